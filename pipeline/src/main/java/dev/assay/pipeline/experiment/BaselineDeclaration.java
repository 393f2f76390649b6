package dev.assay.pipeline.experiment;

import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.Problems;
import dev.assay.data.source.DatasetSource;
import dev.assay.text.input.TextInput;
import java.util.List;
import java.util.Map;

/**
 * A simple model that Assay trains on the candidate's parts, for the candidate to be measured
 * against.
 *
 * @param trainer what trains it
 * @param settings the trainer's usual settings, but that it reads the same text as the candidate
 */
public record BaselineDeclaration(Trainer trainer, Settings settings) {

  private static final List<String> OF_TABLES = List.of("prior", "logistic");
  private static final List<String> OF_TEXTS = List.of("prior", "tfidf-logistic");

  /** The trainers that fit what data hold: running text, or tables alone. */
  static List<String> fitting(DatasetSource data) {
    return data.features().texts().isEmpty() ? OF_TABLES : OF_TEXTS;
  }

  /** The baselines that the first champion is picked from. */
  public static List<BaselineDeclaration> forFirstChampion(Experiment experiment) {
    Problems problems = new Problems();
    List<BaselineDeclaration> baselines =
        fitting(experiment.data()).stream()
            .map(BaselineDeclaration::trainer)
            .map(trainer -> of(trainer, experiment.training(), trainer.name(), problems))
            .toList();
    problems.throwIfAny();
    return baselines;
  }

  private static Trainer trainer(String name) {
    Trainer trainer = Trainers.byName().get(name);
    if (trainer == null) {
      throw new IllegalStateException("The trainer '" + name + "' is not on the class path.");
    }
    return trainer;
  }

  /**
   * A baseline of a trainer.
   *
   * @param candidate what it is to be beside
   * @param where the place to name in problems
   * @param problems told where the trainer has a setting without a default
   */
  static BaselineDeclaration of(
      Trainer trainer, TrainingDeclaration candidate, String where, Problems problems) {
    String template = TextInput.SETTING.name();
    Object read = candidate.settings().asMap().get(template);
    boolean readsText =
        trainer.settings().stream().anyMatch(setting -> setting.name().equals(template));
    Map<String, Object> shared = readsText && read != null ? Map.of(template, read) : Map.of();
    return new BaselineDeclaration(
        trainer, Settings.resolve(trainer.settings(), shared, where, problems));
  }
}
