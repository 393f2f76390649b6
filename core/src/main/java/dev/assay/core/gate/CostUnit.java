package dev.assay.core.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What a cost is written in: the largest unit of its kind that leaves a number of at least one. */
enum CostUnit {
  MILLISECONDS("ms", "1"),
  SECONDS("s", "1e3"),
  BYTES("bytes", "1"),
  KILOBYTES("kB", "1e3"),
  MEGABYTES("MB", "1e6"),
  GIGABYTES("GB", "1e9");

  private static final int DIGITS = 3;

  private final String symbol;
  private final BigDecimal size;

  CostUnit(String symbol, String size) {
    this.symbol = symbol;
    this.size = new BigDecimal(size);
  }

  /** The unit for this much of a cost. */
  static CostUnit of(CostGate.Cost cost, double amount) {
    return switch (cost) {
      case P95_LATENCY -> SECONDS.holds(amount) ? SECONDS : MILLISECONDS;
      case SIZE -> {
        if (GIGABYTES.holds(amount)) {
          yield GIGABYTES;
        }
        if (MEGABYTES.holds(amount)) {
          yield MEGABYTES;
        }
        yield KILOBYTES.holds(amount) ? KILOBYTES : BYTES;
      }
    };
  }

  private boolean holds(double amount) {
    return amount >= size.doubleValue();
  }

  /** A measured amount to three significant digits: {@code 0.176 ms}, {@code 68.0 kB}. */
  String measured(double amount) {
    BigDecimal rounded = in(amount).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    int beforePoint = rounded.precision() - rounded.scale();
    boolean countable = this == BYTES || rounded.signum() == 0;
    return words(countable ? rounded : rounded.setScale(Math.max(0, DIGITS - beforePoint)));
  }

  /** A limit with every digit that it was written with: {@code 20 ms}, {@code 1.25 MB}. */
  String limit(double amount) {
    return words(in(amount).stripTrailingZeros());
  }

  /** The unit is a power of ten, so that nothing is lost. */
  private BigDecimal in(double amount) {
    return BigDecimal.valueOf(amount).divide(size).stripTrailingZeros();
  }

  private String words(BigDecimal number) {
    return number.toPlainString() + " " + symbol;
  }
}
