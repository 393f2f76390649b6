package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;

/**
 * A figure, or a difference of two, with its uncertainty.
 *
 * @param value the figure on the rows as they are
 * @param interval its interval at the level asked for
 * @param standardError the standard error behind it; undefined where the interval is
 * @param clusters how many clusters hold the rows
 * @param undefinedReplicates in how many replicates the figure was undefined
 */
public record Estimate(
    MetricValue value,
    IntervalValue interval,
    MetricValue standardError,
    int clusters,
    int undefinedReplicates) {

  /** A figure that has no value, and so no uncertainty, for a reason. */
  public static Estimate undefined(String reason) {
    return new Estimate(
        MetricValue.undefined(reason),
        IntervalValue.undefined(reason),
        MetricValue.undefined(reason),
        0,
        0);
  }

  /** A value of which no uncertainty is known, for a reason. */
  public static Estimate withoutInterval(MetricValue value, String reason) {
    return new Estimate(
        value, IntervalValue.undefined(reason), MetricValue.undefined(reason), 0, 0);
  }

  /**
   * The interval to use where one of several figures is singled out: each of {@code figures}
   * intervals gets the confidence {@code 1 - (1 - level) / figures}, so that all hold together with
   * at least the level (Bonferroni; Dunn: Multiple comparisons among means, JASA 56, 1961). Made of
   * the standard error and a quantile of t with {@code clusters - 1} degrees of freedom, because
   * percentiles that far out would take far more replicates.
   *
   * @param figures among how many one is singled out, at least 1; with 1 the interval is unchanged
   */
  public IntervalValue corrected(int figures) {
    if (figures < 1) {
      throw new IllegalArgumentException("One of " + figures + " figures.");
    }
    if (figures == 1
        || !(interval instanceof IntervalValue.Defined(Interval single))
        || !value.isDefined()
        || !standardError.isDefined()) {
      return interval;
    }
    double tail = (1 - single.level()) / (2 * figures);
    double reach = StudentT.quantile(1 - tail, Math.max(1, clusters - 1)) * standardError.orThrow();
    double centre = value.orThrow();
    return IntervalValue.of(
        new Interval(centre - reach, centre + reach, single.level(), Interval.Method.CORRECTED));
  }
}
