package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Intervals of several figures that hold together with a confidence, and what they say of the least
 * and the greatest of the true figures. Each is the figure give or take its standard error times a
 * quantile of t for the confidence {@code 1 - (1 - level) / m} (Bonferroni; Dunn: Multiple
 * comparisons among means, JASA 56, 1961), however the figures depend on each other.
 */
public final class Simultaneous {

  private Simultaneous() {}

  /**
   * The interval of the least of the true figures: while all intervals hold, it lies between the
   * least of their lower and the least of their upper ends. Wide where one figure rests on little.
   *
   * @param figures at least one
   * @return undefined where a figure or its standard error is
   */
  public static IntervalValue least(List<Estimate> figures, double level) {
    return extreme(figures, level, Math::min);
  }

  /** The interval of the greatest of the true figures, likewise. */
  public static IntervalValue greatest(List<Estimate> figures, double level) {
    return extreme(figures, level, Math::max);
  }

  private interface Choice {
    double of(double one, double other);
  }

  private static IntervalValue extreme(List<Estimate> figures, double level, Choice choice) {
    List<Interval> intervals = new ArrayList<>();
    for (Estimate figure : figures) {
      switch (of(figure, figures.size(), level)) {
        case IntervalValue.Undefined undefined -> {
          return undefined;
        }
        case IntervalValue.Defined(Interval interval) -> intervals.add(interval);
      }
    }
    double low = intervals.stream().mapToDouble(Interval::low).reduce(choice::of).orElseThrow();
    double high = intervals.stream().mapToDouble(Interval::high).reduce(choice::of).orElseThrow();
    return IntervalValue.of(new Interval(low, high, level, Interval.Method.SIMULTANEOUS));
  }

  /** The interval of one of so many figures. */
  static IntervalValue of(Estimate figure, int figures, double level) {
    Interval.checkLevel(level);
    if (!(figure.value() instanceof MetricValue.Defined(double value))) {
      return IntervalValue.undefined(((MetricValue.Undefined) figure.value()).reason());
    }
    if (!(figure.standardError() instanceof MetricValue.Defined(double error))) {
      return IntervalValue.undefined(((MetricValue.Undefined) figure.standardError()).reason());
    }
    double tail = (1 - level) / (2 * figures);
    double reach = StudentT.quantile(1 - tail, Math.max(1, figure.clusters() - 1)) * error;
    return IntervalValue.of(
        new Interval(value - reach, value + reach, level, Interval.Method.SIMULTANEOUS));
  }
}
