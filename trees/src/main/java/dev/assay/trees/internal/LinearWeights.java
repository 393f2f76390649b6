package dev.assay.trees.internal;

import java.util.List;

/**
 * The weights of a logistic regression of one label.
 *
 * @param intercept the log-odds of a row whose inputs are all 0
 * @param weights one per place of a row
 */
public record LinearWeights(double intercept, List<Double> weights) {

  /** Refuses what is not finite, and copies the list. */
  public LinearWeights {
    weights = List.copyOf(weights);
    if (!Double.isFinite(intercept) || !weights.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("A weight is not finite.");
    }
  }
}
