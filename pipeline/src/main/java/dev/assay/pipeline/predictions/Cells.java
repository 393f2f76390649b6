package dev.assay.pipeline.predictions;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.report.document.Cell;

/** Figures as cells of tables. */
final class Cells {

  private static final int DECIMALS = 3;

  private Cells() {}

  static Cell value(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> Cell.number(number);
      case MetricValue.Undefined(String reason) -> new Cell.Missing(reason);
    };
  }

  static Cell difference(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> Cell.difference(number);
      case MetricValue.Undefined(String reason) -> new Cell.Missing(reason);
    };
  }

  static Cell interval(IntervalValue value, boolean signed) {
    return switch (value) {
      case IntervalValue.Defined(var interval) ->
          new Cell.Interval(interval.low(), interval.high(), DECIMALS, signed);
      case IntervalValue.Undefined(String reason) -> new Cell.Missing(reason);
    };
  }
}
