package dev.assay.core.statistics;

/**
 * Student's t distribution: for {@code t > 0} the upper tail is {@code I_x(v/2, 1/2) / 2} with
 * {@code x = v / (v + t*t)} and the regularised incomplete beta function {@code I}.
 */
public final class StudentT {

  /** Above this the distribution is normal to within 1 part in a million. */
  private static final int MOST_DEGREES = 1_000_000;

  private static final int MOST_STEPS = 200;

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
    double value = solve(tail, degrees);
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

  /**
   * The {@code t > 0} whose upper tail is given, by Newton's method from the quantile of the normal
   * distribution: it lies below, and since the tail is convex the steps climb and never overshoot.
   */
  private static double solve(double tail, int degrees) {
    double t = Math.max(0, Normal.quantile(1 - tail));
    for (int step = 0; step < MOST_STEPS; step++) {
      double next = t + (upperTail(t, degrees) - tail) / density(t, degrees);
      if (!(next > t * (1 + 1e-15))) {
        return next;
      }
      t = next;
    }
    return t;
  }

  private static double density(double t, int degrees) {
    double half = degrees / 2.0;
    double logScale = IncompleteBeta.logRise(half, 0.5) - Math.log(degrees * Math.PI) / 2;
    return Math.exp(logScale - (half + 0.5) * Math.log1p(t * t / degrees));
  }

  private static double upperTail(double t, int degrees) {
    double square = t * t;
    return IncompleteBeta.regularised(
            degrees / (degrees + square), square / (degrees + square), degrees / 2.0, 0.5)
        / 2;
  }
}
