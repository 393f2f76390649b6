package dev.assay.trees.logistic;

import dev.assay.trees.internal.BoundInputs;
import dev.assay.trees.internal.Input;
import dev.assay.trees.internal.Inputs;
import java.util.ArrayList;
import java.util.List;

/**
 * Mean and standard deviation (of the population) of each input over the training rows where it is
 * there; 0 and 1 for a categorical input, a constant one's deviation counts as 1.
 */
record Standardisation(List<Double> means, List<Double> deviations) {

  Standardisation {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    if (means.size() != deviations.size()
        || !means.stream().allMatch(Double::isFinite)
        || !deviations.stream().allMatch(d -> d > 0 && Double.isFinite(d))) {
      throw new IllegalArgumentException("No means and deviations: " + means + ", " + deviations);
    }
  }

  static Standardisation of(Inputs inputs, BoundInputs bound) {
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int j = 0; j < inputs.size(); j++) {
      double mean = 0;
      double deviation = 1;
      if (inputs.list().get(j) instanceof Input.Numeric) {
        mean = mean(bound, j);
        deviation = deviation(bound, j, mean);
      }
      means.add(mean);
      deviations.add(deviation);
    }
    return new Standardisation(means, deviations);
  }

  private static double mean(BoundInputs bound, int input) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < bound.rows(); row++) {
      float value = bound.value(row, input);
      if (!Float.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double deviation(BoundInputs bound, int input, double mean) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < bound.rows(); row++) {
      float value = bound.value(row, input);
      if (!Float.isNaN(value)) {
        sum += (value - mean) * (value - mean);
        count++;
      }
    }
    // A constant column must not be divided by the rounding error of its own mean.
    double deviation = count == 0 ? 0 : Math.sqrt(sum / count);
    return deviation > 1e-7 * Math.abs(mean) ? deviation : 1;
  }
}
