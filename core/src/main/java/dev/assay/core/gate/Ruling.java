package dev.assay.core.gate;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;

/**
 * How a figure stands to a limit.
 *
 * @param standing keeps it, does not keep it, or cannot be said
 * @param note what else there is to know; empty where there is nothing
 */
record Ruling(Standing standing, String note) {

  /** Holds a figure that is judged by itself against a limit. */
  static Ruling of(Estimate figure, Limit limit, JudgedBy judgedBy) {
    return of(figure, limit, judgedBy, Adjusted.ALONE);
  }

  /**
   * Holds one of several figures against a limit.
   *
   * @param adjusted its p-value of missing the limit, adjusted for their number: where the interval
   *     would single this one out as failing, that has to bear it out
   */
  static Ruling of(Estimate figure, Limit limit, JudgedBy judgedBy, Adjusted adjusted) {
    return switch (figure.value()) {
      case MetricValue.Undefined(String reason) -> new Ruling(Standing.FAIL, reason);
      case MetricValue.Defined(double value) ->
          switch (judgedBy) {
            case POINT -> byPoint(value, figure.interval(), limit);
            case BOUND -> byBound(figure.interval(), limit, adjusted);
          };
    };
  }

  private static Ruling byPoint(double value, IntervalValue interval, Limit limit) {
    boolean straddles =
        interval instanceof IntervalValue.Defined(Interval range)
            && !limit.holdsAll(range)
            && !limit.holdsNone(range);
    return new Ruling(
        limit.holds(value) ? Standing.PASS : Standing.FAIL,
        straddles ? "the limit lies within the interval" : "");
  }

  private static Ruling byBound(IntervalValue interval, Limit limit, Adjusted adjusted) {
    return switch (interval) {
      case IntervalValue.Undefined(String reason) ->
          new Ruling(Standing.INCONCLUSIVE, "no interval: " + reason);
      case IntervalValue.Defined(Interval range) when limit.holdsAll(range) ->
          new Ruling(Standing.PASS, "");
      case IntervalValue.Defined(Interval range) when !limit.holdsNone(range) ->
          new Ruling(Standing.INCONCLUSIVE, "the limit lies within the interval");
      case IntervalValue.Defined(Interval range)
          when adjusted.among() > 1 && adjusted.holm() > (1 - range.level()) / 2 ->
          new Ruling(
              Standing.INCONCLUSIVE,
              "one of " + adjusted.among() + " may miss the limit so far by chance");
      case IntervalValue.Defined defined -> new Ruling(Standing.FAIL, "");
    };
  }
}
