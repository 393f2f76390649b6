package dev.assay.text.tfidf;

/**
 * The weights of {@code k} logistic regressions over {@code m} places, as single-precision numbers:
 * a model scores with what its file holds. Immutable.
 */
final class LabelWeights {

  private final float[] intercepts;
  private final float[] weights;

  /**
   * Weights that take the arrays over.
   *
   * @param intercepts the log-odds of a text without a known term, {@code k}
   * @param weights by place, then by label, {@code (m, k)}
   */
  LabelWeights(float[] intercepts, float[] weights) {
    if (intercepts.length == 0 || weights.length % intercepts.length != 0) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + intercepts.length + " labels.");
    }
    requireFinite(intercepts);
    requireFinite(weights);
    this.intercepts = intercepts;
    this.weights = weights;
  }

  private static void requireFinite(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("A weight is not finite.");
      }
    }
  }

  /** How many labels there are, {@code k}. */
  int labels() {
    return intercepts.length;
  }

  /** How many places there are, {@code m}. */
  int width() {
    return weights.length / intercepts.length;
  }

  /** The log-odds of a label without any known term. */
  float intercept(int label) {
    return intercepts[label];
  }

  /** The weight of a place for a label. */
  float weight(int place, int label) {
    return weights[place * intercepts.length + label];
  }

  /** Writes the log-odds of every label for a text, {@code k}. */
  void logOdds(TfidfFeatures.Row row, double[] logOdds) {
    int k = intercepts.length;
    for (int label = 0; label < k; label++) {
      logOdds[label] = intercepts[label];
    }
    for (int i = 0; i < row.size(); i++) {
      int from = row.place(i) * k;
      double value = row.value(i);
      for (int label = 0; label < k; label++) {
        logOdds[label] += value * weights[from + label];
      }
    }
  }
}
