package dev.assay.core.evaluation;

import dev.assay.core.prediction.Scores;

/** What one row costs by its scores; see {@link dev.assay.core.metric.Measure} for definitions. */
final class Loss {

  /** Scores are kept this far from 0 and 1: the machine epsilon of 32-bit floats. */
  private static final double CLIP = 0x1.0p-23;

  private Loss() {}

  /** The squared error of a score. */
  static double squared(double score, boolean positive) {
    double error = score - (positive ? 1 : 0);
    return error * error;
  }

  /** The logarithmic loss of the score of one label, in nats. */
  static double log(double score, boolean positive) {
    double clipped = clip(score);
    return -Math.log(positive ? clipped : 1 - clipped);
  }

  /** The logarithmic loss of the scores of a row of several classes, in nats. */
  static double log(Scores scores, int row, int trueClass) {
    double sum = 0;
    for (int label = 0; label < scores.labels(); label++) {
      sum += clip(scores.score(row, label));
    }
    return -Math.log(clip(scores.score(row, trueClass)) / sum);
  }

  private static double clip(double score) {
    return Math.min(1 - CLIP, Math.max(CLIP, score));
  }
}
