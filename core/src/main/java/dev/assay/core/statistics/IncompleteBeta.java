package dev.assay.core.statistics;

/**
 * The regularised incomplete beta function {@code I_x(a, b)} (NIST Digital Library of Mathematical
 * Functions, 8.17), of which the tails of Student's t and of the binomial distribution are made.
 */
final class IncompleteBeta {

  private static final int MOST_TERMS = 20_000;
  private static final double TINY = 1e-300;
  private static final double SERIES_FROM = 10;

  private IncompleteBeta() {}

  /** {@code I_x(a, b)} with {@code y = 1 - x} given apart, so that neither loses its digits. */
  static double regularised(double x, double y, double a, double b) {
    double rise = logRise(Math.max(a, b), Math.min(a, b)) - logGamma(Math.min(a, b));
    double front = Math.exp(a * Math.log(x) + b * Math.log(y) + rise);
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

  /**
   * {@code ln G(z + by) - ln G(z)} with the gamma function {@code G}: for great {@code z} by the
   * difference of both series, since that of the logarithms would lose as many digits as they have
   * before the point.
   */
  static double logRise(double z, double by) {
    if (z < SERIES_FROM) {
      return logGamma(z + by) - logGamma(z);
    }
    return (z - 0.5) * Math.log1p(by / z) + by * Math.log(z + by) - by + series(z + by) - series(z);
  }

  private static double logGamma(double argument) {
    double shift = 0;
    double z = argument;
    while (z < SERIES_FROM) {
      shift -= Math.log(z);
      z++;
    }
    return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series(z);
  }

  /** What Stirling's formula lacks; error below 1e-15 from 10 on. */
  private static double series(double z) {
    double w = 1 / (z * z);
    return (1.0 / 12
            - w
                * (1.0 / 360
                    - w
                        * (1.0 / 1260
                            - w * (1.0 / 1680 - w * (1.0 / 1188 - w * (691.0 / 360360))))))
        / z;
  }
}
