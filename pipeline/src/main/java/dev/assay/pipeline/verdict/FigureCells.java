package dev.assay.pipeline.verdict;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.report.document.Cell;
import java.util.OptionalDouble;

/** Figures as cells of tables and as words of sentences, three decimals each. */
public final class FigureCells {

  private static final int DECIMALS = 3;

  private FigureCells() {}

  /** A figure, or a missing cell with the reason. */
  public static Cell value(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> Cell.number(number);
      case MetricValue.Undefined(String reason) -> new Cell.Missing(reason);
    };
  }

  /** A difference with its sign, or a missing cell with the reason. */
  public static Cell difference(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> Cell.difference(number);
      case MetricValue.Undefined(String reason) -> new Cell.Missing(reason);
    };
  }

  /** A share in percent, or a missing cell with the reason. */
  public static Cell share(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> Cell.percent(number);
      case MetricValue.Undefined(String reason) -> new Cell.Missing(reason);
    };
  }

  /** An interval of a figure. */
  public static Cell interval(IntervalValue value) {
    return interval(value, false);
  }

  /** An interval of a difference. */
  public static Cell differenceInterval(IntervalValue value) {
    return interval(value, true);
  }

  private static Cell interval(IntervalValue value, boolean signed) {
    return switch (value) {
      case IntervalValue.Defined(var range) ->
          new Cell.Interval(range.low(), range.high(), DECIMALS, signed);
      case IntervalValue.Undefined(String reason) -> new Cell.Missing(reason);
    };
  }

  /** A number, or a missing cell for this reason. */
  public static Cell orMissing(OptionalDouble value, String reason) {
    return value.isPresent() ? Cell.number(value.getAsDouble()) : new Cell.Missing(reason);
  }

  /** {@code 0.813}, or why there is no value. */
  public static String words(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> Cell.number(number).shown();
      case MetricValue.Undefined(String reason) -> "undefined (" + reason + ")";
    };
  }

  /** {@code +0.020}, or why there is no value. */
  public static String signedWords(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> Cell.difference(number).shown();
      case MetricValue.Undefined(String reason) -> "undefined (" + reason + ")";
    };
  }
}
