package dev.assay.core.statistics;

/**
 * A range that holds the true figure with a stated confidence.
 *
 * @param low the lower end, {@code low <= high}
 * @param high the upper end
 * @param level the confidence of the range, both tails together, {@code 0 < level < 1}; read as a
 *     one-sided bound either end has the confidence {@code (1 + level) / 2}
 * @param method how the range was found
 */
public record Interval(double low, double high, double level, Method method) {

  /** How an interval was found. */
  public enum Method {
    /** Percentiles of a bootstrap that draws whole clusters, moved out where these are few. */
    BOOTSTRAP,
    /** Bias-corrected and accelerated percentiles of such a bootstrap. */
    BCA,
    /** Standard error of a delete-one-cluster jackknife times a quantile of Student's t. */
    JACKKNIFE_T,
    /** Standard errors times quantiles of t, wide enough to hold for several figures together. */
    SIMULTANEOUS,
    /** Wilson's score interval of a rate. */
    WILSON,
    /** Order statistics of a sample, for its median. */
    ORDER_STATISTICS,
    /** Standard error of a mean times a quantile of Student's t. */
    MEAN_T,
    /** Cluster-robust standard error of a coefficient times a quantile of Student's t. */
    ROBUST_T
  }

  /** Checks that the ends are finite and in order, and the level a probability. */
  public Interval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException("No interval: [" + low + ", " + high + "].");
    }
    checkLevel(level);
  }

  /**
   * Checks that a level of confidence is one.
   *
   * @throws IllegalArgumentException outside {@code (0, 1)}
   */
  static void checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level lies between 0 and 1, not at " + level + ".");
    }
  }

  /**
   * The part of the range that a figure can lie in, where it has bounds: another confidence it has
   * not.
   */
  Interval within(double least, double most) {
    return new Interval(clamped(low, least, most), clamped(high, least, most), level, method);
  }

  private static double clamped(double end, double least, double most) {
    return Math.min(most, Math.max(least, end));
  }

  /** Half the width of the range: the least effect that it could tell from none, roughly. */
  public double halfWidth() {
    return (high - low) / 2;
  }
}
