package dev.assay.core.statistics;

/**
 * The regularised incomplete beta function {@code I_x(a, b)} (NIST Digital Library of Mathematical
 * Functions, 8.17), of which the tails of Student's t and of the binomial distribution are made.
 */
final class IncompleteBeta {

  private static final int MOST_TERMS = 20_000;
  private static final double TINY = 1e-300;

  private IncompleteBeta() {}

  /** {@code I_x(a, b)} with {@code y = 1 - x} given apart, so that neither loses its digits. */
  static double regularised(double x, double y, double a, double b) {
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
