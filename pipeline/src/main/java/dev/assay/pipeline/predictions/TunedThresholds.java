package dev.assay.pipeline.predictions;

import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.pipeline.experiment.DecisionDeclaration;

/**
 * Cuts chosen on validation predictions of a model from elsewhere.
 *
 * @param rows how many rows they were chosen on
 * @param selection the cuts
 */
public record TunedThresholds(int rows, ThresholdSelection selection) {

  /**
   * Reads and chooses.
   *
   * @param horizonDays how many days ahead the labels look; 0 for none
   * @throws InvalidInputException with all that is wrong with the file, or where its classes
   *     exclude each other, so that there is no cut to choose
   */
  public static TunedThresholds of(
      PredictionsRequest validation, DecisionDeclaration decision, int horizonDays) {
    Predictions predictions = validation.read();
    ThresholdSelection selection =
        new ThresholdTuning(decision, horizonDays)
            .choose(predictions, validation.file().toString());
    return new TunedThresholds(predictions.size(), selection);
  }
}
