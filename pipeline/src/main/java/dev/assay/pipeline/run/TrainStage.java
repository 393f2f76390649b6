package dev.assay.pipeline.run;

import dev.assay.core.model.Fitted;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.threshold.ThresholdSearch;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.scoring.FittedDecision;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.SplitExamples;

/** Trains a model and chooses, on validation alone, how its scores become decisions. */
final class TrainStage {

  private final SplitExamples split;
  private final DecisionDeclaration decision;
  private final int horizonDays;
  private final TrainingContexts contexts;

  TrainStage(
      SplitExamples split,
      DecisionDeclaration decision,
      int horizonDays,
      TrainingContexts contexts) {
    this.split = split;
    this.decision = decision;
    this.horizonDays = horizonDays;
    this.contexts = contexts;
  }

  /** The same stage, for one of several like trainings: progress is told with its name. */
  TrainStage named(String which) {
    return new TrainStage(split, decision, horizonDays, contexts.named(which));
  }

  /** The same stage for baselines: their states lie apart from those of the candidate. */
  TrainStage ofBaselines() {
    return new TrainStage(split, decision, horizonDays, contexts.ofBaselines());
  }

  /**
   * Checks that the data suit a trainer, and what it starts from too.
   *
   * @throws dev.assay.core.problem.InvalidInputException where they do not
   */
  void check(Trainer trainer, Settings settings, long seed) {
    trainer.check(data(), settings, seed);
    contexts
        .start(trainer, settings, split)
        .ifPresent(start -> trainer.checkStart(data(), settings, start));
  }

  private TrainingData data() {
    return new TrainingData(split.train(), split.validation(), split.folds());
  }

  /**
   * Trains with one seed; the caller closes the scorer.
   *
   * @throws dev.assay.core.problem.InvalidInputException where the data do not suit the trainer, or
   *     what it starts from was trained on validation rows
   */
  Decided train(Trainer trainer, Settings settings, long seed) {
    return decide(
        trainer.train(data(), settings, seed, contexts.of(trainer, settings, seed, split)), seed);
  }

  /** Chooses how the scores of a trained model become decisions; the caller closes the scorer. */
  Decided decide(Fitted fitted, long seed) {
    Predictions raw =
        new Predictions(
            split.validation().attributes(),
            split.validation().labels(),
            fitted.validationScores());
    FittedDecision decided =
        FittedDecision.on(
            decision,
            raw,
            split.folds(),
            fitted.model().weightsHash(),
            horizonDays,
            seed,
            ThresholdSearch.DEFAULT_REPLICATES);
    return Decided.of(seed, fitted, decided);
  }
}
