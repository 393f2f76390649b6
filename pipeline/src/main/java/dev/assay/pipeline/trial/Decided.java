package dev.assay.pipeline.trial;

import dev.assay.core.calibration.CalibrationFit;
import dev.assay.core.model.Fitted;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.pipeline.scoring.FittedDecision;
import dev.assay.pipeline.scoring.Scorer;
import java.util.Optional;

/**
 * A trained model with calibration and decision rule, all chosen on validation.
 *
 * @param seed the seed that it was trained with
 * @param fitted what training gave
 * @param calibration how its scores are calibrated
 * @param validation the cross-fitted and calibrated validation scores that the rule was chosen on
 * @param thresholds the cuts; empty for a multiclass schema, which has none
 * @param scorer all of it, ready to score
 */
public record Decided(
    long seed,
    Fitted fitted,
    CalibrationFit calibration,
    Predictions validation,
    Optional<ThresholdSelection> thresholds,
    Scorer scorer)
    implements AutoCloseable {

  /** What training gave, with what was chosen on validation. */
  public static Decided of(long seed, Fitted fitted, FittedDecision decision) {
    return new Decided(
        seed,
        fitted,
        decision.calibration(),
        decision.validation(),
        decision.thresholds(),
        new Scorer(fitted.model(), decision.calibration().calibration(), decision.rule()));
  }

  @Override
  public void close() {
    scorer.close();
  }
}
