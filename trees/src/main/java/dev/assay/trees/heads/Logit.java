package dev.assay.trees.heads;

/** Log-odds of scores. */
final class Logit {

  /** Scores nearer to 0 or 1 are taken for this one, so that no log-odds are infinite. */
  private static final double LEAST = 1e-6;

  private Logit() {}

  /** The log-odds of a score in {@code [0, 1]}. */
  static double of(double score) {
    double p = Math.clamp(score, LEAST, 1 - LEAST);
    return Math.log(p / (1 - p));
  }

  /** The probability of log-odds. */
  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
