package dev.assay.pipeline.run;

import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.example.Dataset;
import dev.assay.core.model.EarlierModel;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.checkpoint.ExperimentCheckpoints;
import dev.assay.pipeline.trial.SplitExamples;
import java.util.Optional;

/** What the trainings of one run are given besides data and settings. */
final class TrainingContexts {

  private static final String CANDIDATES = "";
  private static final String BASELINES = "baseline-";

  private final Progress progress;
  private final ExperimentCheckpoints checkpoints;
  private final StartingModels starts;
  private final String role;

  /**
   * The contexts of a run's trainings.
   *
   * @param checkpoints where they keep their states
   * @param starts where they find models to go on from
   */
  TrainingContexts(Progress progress, ExperimentCheckpoints checkpoints, StartingModels starts) {
    this(progress, checkpoints, starts, CANDIDATES);
  }

  /** The role of the trainings stands before the names of their states. */
  private TrainingContexts(
      Progress progress, ExperimentCheckpoints checkpoints, StartingModels starts, String role) {
    this.progress = progress;
    this.checkpoints = checkpoints;
    this.starts = starts;
    this.role = role;
  }

  /** The same, for one of several like trainings: what they tell is told with its name. */
  TrainingContexts named(String which) {
    return new TrainingContexts(progress.named(which), checkpoints, starts, role);
  }

  /**
   * The same, for baselines. A baseline can have the trainer and the seed of the candidate, whose
   * states it must not replace.
   */
  TrainingContexts ofBaselines() {
    return new TrainingContexts(progress, checkpoints, starts, BASELINES);
  }

  /**
   * The context of a training that is judged, or gives figures for what is.
   *
   * @throws dev.assay.core.problem.InvalidInputException as {@link #start} does
   */
  TrainingContext of(Trainer trainer, Settings settings, long seed, SplitExamples split) {
    return context(trainer.name() + "-" + seed, start(trainer, settings, split));
  }

  /** The context of a training on all rows. */
  TrainingContext ofRefit(Trainer trainer, Settings settings, long seed) {
    return context("refit-" + trainer.name() + "-" + seed, starts.model(trainer, settings));
  }

  private TrainingContext context(String training, Optional<EarlierModel> start) {
    return new TrainingContext(progress, checkpoints.of(role + training), start);
  }

  /**
   * What a model has seen, with what it went on from, as far as its trainer can know.
   *
   * @param train what it was trained on
   * @param validation what rounds, calibration and thresholds were chosen on
   */
  TrainingExposure exposure(Trainer trainer, Settings settings, Dataset train, Dataset validation) {
    Optional<String> elsewhere = trainer.trainedElsewhere(settings);
    if (elsewhere.isPresent()) {
      return new TrainingExposure.Unknown(elsewhere.get());
    }
    TrainingExposure own = TrainingExposure.of(train, validation);
    return starts
        .exposure(settings)
        .map(earlier -> TrainingExposure.union(own, earlier))
        .orElse(own);
  }

  /**
   * The model that settings go on from, where they name one.
   *
   * @throws dev.assay.core.problem.InvalidInputException where there is no such model, or it was
   *     trained on validation rows
   */
  Optional<EarlierModel> start(Trainer trainer, Settings settings, SplitExamples split) {
    Optional<EarlierModel> start = starts.model(trainer, settings);
    starts.checkValidation(settings, split.validation(), split.common());
    return start;
  }
}
