package dev.assay.pipeline.yaml;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that stand for quantities: {@code 7d}, {@code 20ms}, {@code 30MB}, {@code 0.02..0.10}. */
public final class Quantity {

  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z]+)");
  private static final Map<String, Double> DAYS = Map.of("d", 1.0, "w", 7.0);
  private static final Map<String, Double> MILLISECONDS = Map.of("ms", 1.0, "s", 1000.0);
  private static final Map<String, Double> BYTES =
      Map.of("b", 1.0, "kb", 1e3, "mb", 1e6, "gb", 1e9);

  private Quantity() {}

  /** Whole days from {@code 7d} or {@code 8w}. */
  public static Optional<Integer> days(String text) {
    return withUnit(text, DAYS).filter(days -> days == Math.rint(days)).map(Double::intValue);
  }

  /** Milliseconds from {@code 20ms} or {@code 1.5s}. */
  public static Optional<Double> milliseconds(String text) {
    return withUnit(text, MILLISECONDS);
  }

  /** Bytes from {@code 30MB} (decimal units). */
  public static Optional<Long> bytes(String text) {
    return withUnit(text, BYTES).map(Math::round);
  }

  /**
   * A range of numbers.
   *
   * @param low the lower end, at most {@code high}; both are finite
   */
  public record Range(double low, double high) {}

  /** A range from {@code 0.02..0.10}. */
  public static Optional<Range> range(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return Optional.empty();
    }
    try {
      double low = Double.parseDouble(text.substring(0, dots).strip());
      double high = Double.parseDouble(text.substring(dots + 2).strip());
      return low <= high && Double.isFinite(high - low)
          ? Optional.of(new Range(low, high))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> withUnit(String text, Map<String, Double> units) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(units.get(matcher.group(2).toLowerCase(Locale.ROOT)))
        .map(factor -> factor * Double.parseDouble(matcher.group(1)));
  }
}
