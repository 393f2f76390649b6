package dev.assay.core.threshold;

import java.util.List;

/**
 * How many rows a label is predicted for, for each of its positives: pooled over labels, and what
 * the cuts of labels with few positives are drawn towards.
 *
 * <p>Cuts themselves cannot be pooled, since the scores of a rare label are lower than those of a
 * common one throughout: a cut that suits most labels predicts a rare one never. The ratio of
 * predicted rows to positives is of the same size for all, and does not change where the scores of
 * a label are mapped by a rising function.
 *
 * <p>Logarithms of ratios are averaged, each with the weight {@code w = p / (p + k0)} that a label
 * of {@code p} positives has against the pooled one. This is what empirical Bayes gives to an
 * estimate whose variance falls with {@code p} (Efron and Morris, JASA 1975), {@code k0} being the
 * number of positives at which both weigh the same.
 *
 * @param logarithm of the pooled ratio
 * @param shrinkage {@code k0 >= 0}; with 0 every label keeps its own ratio
 */
record PredictedRatio(double logarithm, double shrinkage) {

  PredictedRatio {
    if (!Double.isFinite(logarithm) || !(shrinkage >= 0)) {
      throw new IllegalArgumentException(
          "A pooled ratio of exp(%s) shrunk by %s is none.".formatted(logarithm, shrinkage));
    }
  }

  // Half a row more on both sides, so that a cut that predicts nothing has a ratio, too.
  private static final double CONTINUITY = 0.5;

  /**
   * What the best cut of one label does.
   *
   * @param predicted rows that it predicts
   * @param positives rows that are positive
   */
  record Own(long predicted, long positives) {

    private double logRatio() {
      return Math.log((predicted + CONTINUITY) / (positives + CONTINUITY));
    }
  }

  /** The ratio pooled over labels that have positives, one at least. */
  static PredictedRatio pooled(List<Own> labels, double shrinkage) {
    double sum = 0;
    double weights = 0;
    for (Own label : labels) {
      double weight = ownWeight(label.positives(), shrinkage);
      sum += weight * label.logRatio();
      weights += weight;
    }
    return new PredictedRatio(sum / weights, shrinkage);
  }

  /** The weight of a label's own ratio against the pooled one, in {@code [0, 1]}. */
  double ownWeight(long positives) {
    return ownWeight(positives, shrinkage);
  }

  private static double ownWeight(long positives, double shrinkage) {
    return shrinkage == 0 ? 1 : positives / (positives + shrinkage);
  }

  /** How many rows of a label are to be predicted at the pooled ratio. */
  double pooledCount(long positives) {
    return count(logarithm, positives);
  }

  /** How many rows of a label are to be predicted at its own ratio drawn towards the pooled one. */
  double shrunkCount(Own own) {
    double weight = ownWeight(own.positives());
    return count(weight * own.logRatio() + (1 - weight) * logarithm, own.positives());
  }

  private static double count(double logRatio, long positives) {
    return Math.exp(logRatio) * (positives + CONTINUITY) - CONTINUITY;
  }
}
