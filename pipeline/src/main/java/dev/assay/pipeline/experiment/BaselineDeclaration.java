package dev.assay.pipeline.experiment;

import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.Problems;
import dev.assay.data.source.DatasetSource;
import dev.assay.text.input.TextInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simple model that Assay trains on the candidate's parts, for the candidate to be measured
 * against.
 *
 * @param trainer what trains it
 * @param settings the trainer's usual settings, but that it reads the same text as the candidate,
 *     or as the first of its members that reads any
 */
public record BaselineDeclaration(Trainer trainer, Settings settings) {

  private static final String TEMPLATE = TextInput.SETTING.name();
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
    boolean readsText =
        trainer.settings().stream().anyMatch(setting -> setting.name().equals(TEMPLATE));
    Map<String, Object> shared = new LinkedHashMap<>();
    if (readsText) {
      template(candidate.trainer(), candidate.settings())
          .ifPresent(template -> shared.put(TEMPLATE, template));
    }
    return new BaselineDeclaration(
        trainer, Settings.resolve(trainer.settings(), shared, where, problems));
  }

  /** The template of a trainer, or that of its first member with one. */
  private static Optional<Object> template(Trainer trainer, Settings settings) {
    Object own = settings.asMap().get(TEMPLATE);
    if (own != null) {
      return Optional.of(own);
    }
    return trainer.settings().stream()
        .filter(Setting.InnerTrainers.class::isInstance)
        .flatMap(members -> settings.trainers(members.name()).stream())
        .flatMap(member -> template(member.trainer(), member.settings()).stream())
        .findFirst();
  }
}
