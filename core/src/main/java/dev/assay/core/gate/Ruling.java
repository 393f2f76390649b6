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

  /**
   * Holds a figure against a limit.
   *
   * @param among how many figures the gate judges together: where the interval would single this
   *     one out as failing, it is widened for that
   */
  static Ruling of(Estimate figure, Limit limit, JudgedBy judgedBy, int among) {
    return switch (figure.value()) {
      case MetricValue.Undefined(String reason) -> new Ruling(Standing.FAIL, reason);
      case MetricValue.Defined(double value) ->
          switch (judgedBy) {
            case POINT -> byPoint(value, figure.interval(), limit);
            case BOUND -> byBound(figure, limit, among);
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

  private static Ruling byBound(Estimate figure, Limit limit, int among) {
    if (!(figure.interval() instanceof IntervalValue.Defined(Interval range))) {
      return new Ruling(Standing.INCONCLUSIVE, "no interval: " + reason(figure.interval()));
    }
    if (limit.holdsAll(range)) {
      return new Ruling(Standing.PASS, "");
    }
    if (!limit.holdsNone(range)) {
      return new Ruling(Standing.INCONCLUSIVE, "the limit lies within the interval");
    }
    if (limit.holdsNone(figure.corrected(among).orThrow())) {
      return new Ruling(Standing.FAIL, "");
    }
    return new Ruling(
        Standing.INCONCLUSIVE, "one of " + among + " may miss the limit so far by chance");
  }

  private static String reason(IntervalValue interval) {
    return switch (interval) {
      case IntervalValue.Defined defined -> "";
      case IntervalValue.Undefined(String reason) -> reason;
    };
  }
}
