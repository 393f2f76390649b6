package dev.assay.core.threshold;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes a cut with as many digits as its decisions need, and no more. */
public final class CutDecimal {

  /** So many digits tell any two neighbouring floats apart. */
  private static final int MOST_DIGITS = 9;

  private CutDecimal() {}

  /**
   * The shortest decimal number that decides every score as the cut does. Scores are floats, so all
   * cuts above one float and up to the next decide alike.
   *
   * @param cut in {@code [0, 1]}
   */
  public static String of(double cut) {
    float lowestPositive = (float) cut;
    if (lowestPositive < cut) {
      lowestPositive = Math.nextUp(lowestPositive);
    }
    BigDecimal highest = new BigDecimal(lowestPositive);
    BigDecimal tooLow = new BigDecimal(Math.nextDown(lowestPositive));
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = highest.round(new MathContext(digits, RoundingMode.FLOOR));
      if (rounded.compareTo(tooLow) > 0) {
        return plain(rounded);
      }
    }
    return plain(highest.round(new MathContext(MOST_DIGITS, RoundingMode.FLOOR)));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
