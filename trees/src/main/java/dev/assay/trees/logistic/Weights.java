package dev.assay.trees.logistic;

import java.util.List;

/**
 * The regression of one label.
 *
 * @param intercept the log-odds of a row whose inputs are all 0
 * @param weights one per place of the {@link Design}
 */
record Weights(double intercept, List<Double> weights) {

  Weights {
    weights = List.copyOf(weights);
    if (!Double.isFinite(intercept) || !weights.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("A weight is not finite.");
    }
  }
}
