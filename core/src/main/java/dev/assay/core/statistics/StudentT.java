package dev.assay.core.statistics;

/**
 * Student's t distribution: for {@code t > 0} the upper tail is {@code I_x(v/2, 1/2) / 2} with
 * {@code x = v / (v + t*t)} and the regularised incomplete beta function {@code I}.
 */
public final class StudentT {

  /** Above this the distribution is normal to within 1 part in a million. */
  private static final int MOST_DEGREES = 1_000_000;

  private StudentT() {}

  /**
   * The value below which a variable with this distribution falls with probability {@code p}.
   *
   * @param p {@code 0 < p < 1}
   * @param degreesOfFreedom at least 1; more than a million are taken for a million
   */
  public static double quantile(double p, int degreesOfFreedom) {
    Interval.checkLevel(p);
    if (degreesOfFreedom < 1) {
      throw new IllegalArgumentException(degreesOfFreedom + " degrees of freedom.");
    }
    if (p == 0.5) {
      return 0;
    }
    int degrees = Math.min(degreesOfFreedom, MOST_DEGREES);
    double tail = Math.min(p, 1 - p);
    double value = bisect(tail, degrees);
    return p < 0.5 ? -value : value;
  }

  /**
   * The probability that a variable with this distribution lies at least as far from 0.
   *
   * @param t any number
   * @param degreesOfFreedom at least 1; more than a million are taken for a million
   */
  public static double twoSided(double t, int degreesOfFreedom) {
    if (degreesOfFreedom < 1) {
      throw new IllegalArgumentException(degreesOfFreedom + " degrees of freedom.");
    }
    return t == 0 ? 1 : 2 * upperTail(Math.abs(t), Math.min(degreesOfFreedom, MOST_DEGREES));
  }

  /** The {@code t > 0} whose upper tail is given; the tail falls with t, so halving finds it. */
  private static double bisect(double tail, int degrees) {
    double high = 1;
    while (upperTail(high, degrees) > tail) {
      high *= 2;
    }
    double low = high == 1 ? 0 : high / 2;
    double middle = low + (high - low) / 2;
    while (middle > low && middle < high) {
      if (upperTail(middle, degrees) > tail) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return middle;
  }

  private static double upperTail(double t, int degrees) {
    double square = t * t;
    return IncompleteBeta.regularised(
            degrees / (degrees + square), square / (degrees + square), degrees / 2.0, 0.5)
        / 2;
  }
}
