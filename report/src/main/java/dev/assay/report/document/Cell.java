package dev.assay.report.document;

import org.jspecify.annotations.Nullable;

/** A cell of a table. */
public sealed interface Cell {

  /** Words. */
  record Text(String text) implements Cell {}

  /**
   * A number shown with this many decimals; CSV has it in full.
   *
   * @param signed whether a plus sign is shown, as for differences
   */
  record Number(double value, int decimals, boolean signed) implements Cell {}

  /** A share in {@code [0, 1]}, shown in percent; CSV has the share. */
  record Percent(double share, int decimals) implements Cell {}

  /** An interval of numbers shown with this many decimals. */
  record Interval(double low, double high, int decimals, boolean signed) implements Cell {}

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
}
