package dev.assay.pipeline.run;

import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.example.Dataset;
import dev.assay.core.model.EarlierModel;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.checkpoint.ExperimentCheckpoints;
import java.util.Optional;

/** What the trainings of one run are given besides data and settings. */
final class TrainingContexts {

  private final Progress progress;
  private final ExperimentCheckpoints checkpoints;
  private final StartingModels starts;

  /**
   * The contexts of a run's trainings.
   *
   * @param checkpoints where they keep their states
   * @param starts where they find models to go on from
   */
  TrainingContexts(Progress progress, ExperimentCheckpoints checkpoints, StartingModels starts) {
    this.progress = progress;
    this.checkpoints = checkpoints;
    this.starts = starts;
  }

  /** The same, for one of several like trainings: what they tell is told with its name. */
  TrainingContexts named(String which) {
    return new TrainingContexts(progress.named(which), checkpoints, starts);
  }

  /** The context of a training that is judged, or gives figures for what is. */
  TrainingContext of(Trainer trainer, Settings settings, long seed) {
    return context(trainer, settings, trainer.name() + "-" + seed);
  }

  /** The context of a training on all rows. */
  TrainingContext ofRefit(Trainer trainer, Settings settings, long seed) {
    return context(trainer, settings, "refit-" + trainer.name() + "-" + seed);
  }

  private TrainingContext context(Trainer trainer, Settings settings, String training) {
    return new TrainingContext(progress, checkpoints.of(training), start(trainer, settings));
  }

  /**
   * What a model has seen that was trained on datasets, with what it went on from, as far as its
   * trainer can know.
   */
  TrainingExposure exposure(Trainer trainer, Settings settings, Dataset... seen) {
    Optional<String> elsewhere = trainer.trainedElsewhere(settings);
    if (elsewhere.isPresent()) {
      return new TrainingExposure.Unknown(elsewhere.get());
    }
    TrainingExposure own = TrainingExposure.of(seen);
    return starts
        .exposure(settings)
        .map(earlier -> TrainingExposure.union(own, earlier))
        .orElse(own);
  }

  /** The model that settings go on from, where they name one. */
  Optional<EarlierModel> start(Trainer trainer, Settings settings) {
    return starts.model(trainer, settings);
  }
}
