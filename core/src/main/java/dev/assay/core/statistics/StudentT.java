package dev.assay.core.statistics;

/**
 * Student's t distribution, by the regularised incomplete beta function {@code I_x(a, b)}: for
 * {@code t > 0} the upper tail is {@code I_x(v/2, 1/2) / 2} with {@code x = v / (v + t*t)} (NIST
 * Digital Library of Mathematical Functions, 8.17).
 */
public final class StudentT {

  /** Above this the distribution is normal to within 1 part in a million. */
  private static final int MOST_DEGREES = 1_000_000;

  private static final int MOST_TERMS = 20_000;
  private static final double TINY = 1e-300;

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
    return regularisedBeta(
            degrees / (degrees + square), square / (degrees + square), degrees / 2.0, 0.5)
        / 2;
  }

  /** {@code I_x(a, b)} with {@code y = 1 - x} given apart, so that neither loses its digits. */
  private static double regularisedBeta(double x, double y, double a, double b) {
    double front =
        Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b));
    if (x <= (a + 1) / (a + b + 2)) {
      return front * continuedFraction(x, a, b) / a;
    }
    return 1 - front * continuedFraction(y, b, a) / b;
  }

  /** The continued fraction DLMF 8.17.22, evaluated forwards by the modified Lentz algorithm. */
  private static double continuedFraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      double step = d * c;
      value *= step;
      if (Math.abs(step - 1) < 1e-16) {
        return value;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Stirling's series after raising the argument to 10 or more; error below 1e-15 there. */
  private static double logGamma(double argument) {
    double shift = 0;
    double z = argument;
    while (z < 10) {
      shift -= Math.log(z);
      z++;
    }
    double w = 1 / (z * z);
    double series =
        (1.0 / 12
                - w
                    * (1.0 / 360
                        - w
                            * (1.0 / 1260
                                - w * (1.0 / 1680 - w * (1.0 / 1188 - w * (691.0 / 360360))))))
            / z;
    return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
  }
}
