package dev.assay.pipeline.scoring;

import dev.assay.core.calibration.CalibrationFit;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.statistics.ClusterChoice;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.ThresholdSearch;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the scores of one model become decisions, chosen on validation alone.
 *
 * @param calibration how the scores are calibrated
 * @param validation the cross-fitted and calibrated scores that the rule was chosen on
 * @param thresholds the cuts; empty for a multiclass schema, which has none
 * @param byGroup the cuts shifted for each group, where that is asked for
 */
public record FittedDecision(
    CalibrationFit calibration,
    Predictions validation,
    Optional<ThresholdSelection> thresholds,
    Optional<GroupThresholds> byGroup) {

  /**
   * Chooses calibration and cuts.
   *
   * @param declared what is asked for
   * @param raw the model's scores of the validation rows
   * @param folds the folds of these rows
   * @param weightsHash the weights that the calibration is bound to
   * @param horizonDays how many days ahead the labels look; 0 for none
   * @param seed of the draws that show how far the cuts move
   * @param replicates how many draws; 0 where the spread of the cuts is not asked for
   */
  public static FittedDecision on(
      DecisionDeclaration declared,
      Predictions raw,
      Folds folds,
      String weightsHash,
      int horizonDays,
      long seed,
      int replicates) {
    CalibrationFit calibration =
        CalibrationFit.fit(raw, folds, declared.calibration(), weightsHash);
    Predictions calibrated = raw.withScores(calibration.crossFittedScores());
    if (raw.schema().kind() == TaskKind.MULTICLASS) {
      return new FittedDecision(calibration, calibrated, Optional.empty(), Optional.empty());
    }
    ThresholdSearch.Builder builder =
        ThresholdSearch.maximise(declared.objective())
            .bounds(declared.bounds())
            .seed(seed)
            .replicates(replicates);
    declared.labelBounds().forEach(builder::bounds);
    ThresholdSearch search = builder.build();
    ClusterChoice clusters = ClusterChoice.across(raw.attributes(), horizonDays);
    ThresholdSelection selection = search.choose(calibrated, folds, clusters.clusters());
    return new FittedDecision(
        calibration,
        calibrated,
        Optional.of(selection),
        declared.byGroup().map(shift -> shift.shift(search, calibrated, selection.thresholds())));
  }

  /** The rule that was chosen. */
  public DecisionRule rule() {
    return byGroup
        .<DecisionRule>map(Function.identity())
        .or(() -> thresholds.map(ThresholdSelection::thresholds))
        .orElseGet(() -> new Argmax(validation.schema()));
  }
}
