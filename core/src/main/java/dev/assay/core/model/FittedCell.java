package dev.assay.core.model;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;

/** A cell of a {@link FittedTable}. What has no value says why. */
public sealed interface FittedCell {

  /** Words. */
  record Text(String text) implements FittedCell {}

  /** A number of things. */
  record Count(long count) implements FittedCell {}

  /**
   * A figure.
   *
   * @param value the figure, or why there is none
   * @param decimals how many decimals mean anything
   */
  record Figure(MetricValue value, int decimals) implements FittedCell {}

  /**
   * The interval of a figure.
   *
   * @param interval the range, or why there is none
   * @param decimals how many decimals mean anything
   */
  record Range(IntervalValue interval, int decimals) implements FittedCell {}
}
