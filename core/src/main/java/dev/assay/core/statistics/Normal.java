package dev.assay.core.statistics;

/** The standard normal distribution. */
final class Normal {

  private static final double TAIL_FROM = 3;
  private static final int TAIL_TERMS = 100;

  private static final double[] CENTRE_ABOVE = {
    3.3871328727963665, 133.14166789178438, 1971.5909503065513,
    13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227
  };
  private static final double[] CENTRE_BELOW = {
    1.0,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852854
  };
  private static final double[] MIDDLE_ABOVE = {
    1.4234371107496835, 4.630337846156546, 5.769497221460691,
    3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414
  };
  private static final double[] MIDDLE_BELOW = {
    1.0,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    0.0005475938084995345,
    1.0507500716444169e-09
  };
  private static final double[] TAIL_ABOVE = {
    6.657904643501103, 5.463784911164114, 1.7848265399172913,
    0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    2.7115555687434876e-05, 2.0103343992922881e-07
  };
  private static final double[] TAIL_BELOW = {
    1.0,
    0.599832206555888,
    0.1369298809227358,
    0.014875361290850615,
    0.0007868691311456133,
    1.8463183175100548e-05,
    1.421511758316446e-07,
    2.0442631033899397e-15
  };

  private Normal() {}

  /**
   * The value below which a standard normal variable falls with probability {@code p}, by the
   * rational approximations PPND16 of Wichura (Algorithm AS 241, Applied Statistics 37, 1988),
   * exact to about 1 part in 10<sup>16</sup>. The coefficients are the published ones as the
   * nearest doubles.
   *
   * @param p {@code 0 < p < 1}
   */
  static double quantile(double p) {
    Interval.checkLevel(p);
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q * polynomial(CENTRE_ABOVE, r) / polynomial(CENTRE_BELOW, r);
    }
    double r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
    double value =
        r <= 5
            ? polynomial(MIDDLE_ABOVE, r - 1.6) / polynomial(MIDDLE_BELOW, r - 1.6)
            : polynomial(TAIL_ABOVE, r - 5) / polynomial(TAIL_BELOW, r - 5);
    return q < 0 ? -value : value;
  }

  /**
   * The probability that a standard normal variable falls below {@code z}: near the middle by the
   * series 26.2.11 of Abramowitz and Stegun (Handbook of mathematical functions, 1964), in the
   * tails by the continued fraction 26.2.14, evaluated backwards.
   */
  static double below(double z) {
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    double far = Math.abs(z);
    if (far > TAIL_FROM) {
      double fraction = far;
      for (int term = TAIL_TERMS; term >= 1; term--) {
        fraction = far + term / fraction;
      }
      double tail = density / fraction;
      return z < 0 ? tail : 1 - tail;
    }
    double term = z;
    double sum = z;
    for (int odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    return 0.5 + density * sum;
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
