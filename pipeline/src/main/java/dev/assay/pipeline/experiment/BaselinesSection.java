package dev.assay.pipeline.experiment;

import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.data.source.DatasetSource;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code baselines}: the names of trainers, or that there are none. */
final class BaselinesSection {

  static final String KEY = "baselines";
  static final String NONE = "none";

  private BaselinesSection() {}

  /**
   * The baselines of an experiment. Where the file says nothing, those for texts where the data
   * have any, without the candidate's own trainer, and none for tables.
   */
  static List<BaselineDeclaration> read(
      Section top, DatasetSource data, TrainingDeclaration candidate, Problems problems) {
    List<String> names = top.has(KEY) ? named(top) : standard(data, candidate);
    String where = top.value(KEY).map(YamlValue::place).orElse(KEY);
    Map<String, Trainer> trainers = Trainers.byName();
    List<BaselineDeclaration> baselines = new ArrayList<>();
    for (String name : names) {
      Trainer trainer = trainers.get(name);
      if (trainer == null) {
        top.problem(
            KEY, "names no trainer: '" + name + "'.", NearestName.advice(name, trainers.keySet()));
      } else {
        baselines.add(BaselineDeclaration.of(trainer, candidate, where, problems));
      }
    }
    return baselines;
  }

  private static List<String> named(Section top) {
    List<String> names = top.texts(KEY);
    if (names.equals(List.of(NONE))) {
      return List.of();
    }
    if (names.stream().distinct().count() < names.size()) {
      top.problem(KEY, "names a trainer twice: " + names + ".", "Keep one.");
    }
    return names.stream().distinct().toList();
  }

  private static List<String> standard(DatasetSource data, TrainingDeclaration candidate) {
    return data.features().texts().isEmpty()
        ? List.of()
        : BaselineDeclaration.fitting(data).stream()
            .filter(name -> !name.equals(candidate.trainer().name()))
            .toList();
  }
}
