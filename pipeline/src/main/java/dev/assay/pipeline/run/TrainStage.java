package dev.assay.pipeline.run;

import dev.assay.core.calibration.CalibrationFit;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.progress.Progress;
import dev.assay.core.statistics.ClusterChoice;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.ThresholdSearch;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.scoring.Scorer;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.SplitExamples;
import java.util.Optional;

/** Trains a model and chooses, on validation alone, how its scores become decisions. */
final class TrainStage {

  private final SplitExamples split;
  private final DecisionDeclaration decision;
  private final int horizonDays;
  private final Progress progress;

  TrainStage(
      SplitExamples split, DecisionDeclaration decision, int horizonDays, Progress progress) {
    this.split = split;
    this.decision = decision;
    this.horizonDays = horizonDays;
    this.progress = progress;
  }

  /**
   * Checks that the data suit a trainer.
   *
   * @throws dev.assay.core.problem.InvalidInputException where they do not
   */
  void check(Trainer trainer, Settings settings, long seed) {
    trainer.check(data(), settings, seed);
  }

  private TrainingData data() {
    return new TrainingData(split.train(), split.validation(), split.folds());
  }

  /** Trains with one seed; the caller closes the scorer. */
  Decided train(Trainer trainer, Settings settings, long seed) {
    Fitted fitted = trainer.train(data(), settings, seed, progress);
    Predictions raw =
        new Predictions(
            split.validation().attributes(),
            split.validation().labels(),
            fitted.validationScores());
    CalibrationFit calibration =
        CalibrationFit.fit(
            raw, split.folds(), decision.calibration(), fitted.model().weightsHash());
    Predictions calibrated = raw.withScores(calibration.crossFittedScores());
    Optional<ThresholdSelection> thresholds = thresholds(calibrated, seed);
    DecisionRule rule =
        thresholds
            .<DecisionRule>map(ThresholdSelection::thresholds)
            .orElseGet(() -> new Argmax(calibrated.schema()));
    Scorer scorer = new Scorer(fitted.model(), calibration.calibration(), rule);
    return new Decided(seed, fitted, calibration, calibrated, thresholds, scorer);
  }

  private Optional<ThresholdSelection> thresholds(Predictions validation, long seed) {
    if (validation.schema().kind() == TaskKind.MULTICLASS) {
      return Optional.empty();
    }
    ThresholdSearch.Builder search =
        ThresholdSearch.maximise(decision.objective()).bounds(decision.bounds()).seed(seed);
    decision.labelBounds().forEach(search::bounds);
    ClusterChoice clusters = ClusterChoice.across(validation.attributes(), horizonDays);
    return Optional.of(search.build().choose(validation, split.folds(), clusters.clusters()));
  }
}
