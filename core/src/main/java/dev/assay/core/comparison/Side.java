package dev.assay.core.comparison;

import dev.assay.core.prediction.Predictions;
import dev.assay.core.threshold.DecisionRule;

/**
 * One bundle on a holdout: its scores there and the rule that it would be served with.
 *
 * @param predictions the scores beside the truth
 * @param rule how they are decided on, of the same label schema
 */
public record Side(Predictions predictions, DecisionRule rule) {

  /** Checks that the rule is made for these scores. */
  public Side {
    if (!predictions.schema().equals(rule.schema())) {
      throw new IllegalArgumentException(
          "A decision rule of " + rule.schema() + " for scores of " + predictions.schema() + ".");
    }
  }
}
