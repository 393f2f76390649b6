package dev.assay.report.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A cell of a table. Numbers are finite: what has no value is {@link Missing}, with the reason. */
public sealed interface Cell {

  /**
   * What a reader sees, in plain characters: {@code 0.813}, {@code +0.020}, {@code 81.3%}, {@code
   * [-0.010, +0.030]}, {@code 12,345}, and a dash where there is nothing. Halves are rounded away
   * from zero, and what rounds to zero has no sign.
   */
  default String shown() {
    return switch (this) {
      case Text cell -> cell.text();
      case Number cell -> decimal(cell.value(), cell.decimals(), cell.signed());
      case Percent cell -> decimal(100 * cell.share(), cell.decimals(), false) + "%";
      case Interval cell ->
          "["
              + decimal(cell.low(), cell.decimals(), cell.signed())
              + ", "
              + decimal(cell.high(), cell.decimals(), cell.signed())
              + "]";
      case Mark cell -> cell.word();
      case Missing cell -> "–";
    };
  }

  /** Whether the cell holds figures, which stand right in a column of their kind. */
  default boolean isFigure() {
    return switch (this) {
      case Number cell -> true;
      case Percent cell -> true;
      case Interval cell -> true;
      case Text cell -> false;
      case Mark cell -> false;
      case Missing cell -> false;
    };
  }

  /** Words. */
  record Text(String text) implements Cell {}

  /**
   * A number shown with this many decimals; CSV has it in full.
   *
   * @param signed whether a plus sign is shown, as for differences
   */
  record Number(double value, int decimals, boolean signed) implements Cell {
    /** Refuses NaN and infinities. */
    public Number {
      requireFinite(value);
    }
  }

  /** A share in {@code [0, 1]}, shown in percent; CSV has the share. */
  record Percent(double share, int decimals) implements Cell {
    /** Refuses NaN and infinities. */
    public Percent {
      requireFinite(share);
    }
  }

  /** An interval of numbers shown with this many decimals. */
  record Interval(double low, double high, int decimals, boolean signed) implements Cell {
    /** Refuses NaN, infinities and ends in the wrong order. */
    public Interval {
      requireFinite(low);
      requireFinite(high);
      if (low > high) {
        throw new IllegalArgumentException("An interval from " + low + " down to " + high + ".");
      }
    }
  }

  /** A word with a tone, such as a check's outcome. */
  record Mark(String word, Tone tone) implements Cell {}

  /** Nothing, for a reason that is shown in small print. */
  record Missing(String reason) implements Cell {}

  /** Words. */
  static Cell text(String text) {
    return new Text(text);
  }

  /** A whole number. */
  static Cell count(long value) {
    return new Number(value, 0, false);
  }

  /** A number with three decimals. */
  static Cell number(double value) {
    return new Number(value, 3, false);
  }

  /** A difference with its sign and three decimals. */
  static Cell difference(double value) {
    return new Number(value, 3, true);
  }

  /** A share in percent with one decimal. */
  static Cell percent(double share) {
    return new Percent(share, 1);
  }

  /** Words, or an empty cell for null. */
  static Cell textOrNothing(@Nullable String text) {
    return text == null ? new Missing("") : new Text(text);
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "A figure in a table is finite, not " + value + "; use a missing cell with a reason.");
    }
  }

  private static String decimal(double value, int decimals, boolean signed) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    boolean zero = text.chars().noneMatch(character -> character >= '1' && character <= '9');
    if (zero) {
      return text.startsWith("-") ? text.substring(1) : text;
    }
    return signed && value > 0 ? "+" + text : text;
  }
}
