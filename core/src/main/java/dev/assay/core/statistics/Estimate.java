package dev.assay.core.statistics;

import dev.assay.core.metric.Metric;
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

  /** With which probability a detectable effect shows. */
  public static final double POWER = 0.8;

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
   * The estimate of a value of a metric, with an interval that ends where the metric does: one from
   * a standard error does not know that no F1 is above 1. Not for a difference of two values.
   */
  public Estimate within(Metric metric) {
    return interval instanceof IntervalValue.Defined(Interval range)
        ? new Estimate(
            value,
            IntervalValue.of(
                range.within(metric.least(), metric.greatest().orElse(Double.MAX_VALUE))),
            standardError,
            clusters,
            undefinedReplicates)
        : this;
  }

  /** On which side of a hypothesised figure the true one is suspected. */
  public enum Alternative {
    /** Below it. */
    LOWER,
    /** Above it. */
    HIGHER
  }

  /**
   * The one-sided p-value of the hypothesis that the true figure is the hypothesised one or lies
   * beyond it, away from the alternative: the chance of a figure at least so far on the side of the
   * alternative, by the distance in standard errors and Student's t with {@code clusters - 1}
   * degrees of freedom. Percentiles cannot serve here: where many questions are judged together it
   * is p-values of 1 in 1,000 and less that count, for which they would take far more replicates.
   * With a standard error of 0, which nothing can explain away, 0 on the side of the alternative
   * and else 1.
   *
   * @return undefined where the figure or its standard error is
   */
  public MetricValue pValue(double hypothesised, Alternative alternative) {
    if (!(value instanceof MetricValue.Defined(double figure))) {
      return value;
    }
    if (!(standardError instanceof MetricValue.Defined(double error))) {
      return standardError;
    }
    double towards =
        alternative == Alternative.LOWER ? hypothesised - figure : figure - hypothesised;
    if (error == 0) {
      return MetricValue.of(towards > 0 ? 0 : 1);
    }
    double tail = StudentT.twoSided(towards / error, Math.max(1, clusters - 1)) / 2;
    return MetricValue.of(towards > 0 ? tail : 1 - tail);
  }

  /**
   * The minimum detectable effect: an interval of {@link BootstrapSettings#DEFAULT_LEVEL} would
   * tell a true effect of this size from none with the probability {@link #POWER}. The sum of both
   * quantiles of t times the standard error (Bloom: Minimum detectable effects, Evaluation Review
   * 19, 1995).
   *
   * @return undefined where the standard error is, and where it is 0: rows of which no redrawing
   *     changes the figure do not tell how far it moves, least of all that any effect would show
   */
  public MetricValue detectable() {
    if (!(standardError instanceof MetricValue.Defined(double error))) {
      return standardError;
    }
    if (error == 0) {
      return MetricValue.undefined("no redrawing of its rows changes the figure");
    }
    int degrees = Math.max(1, clusters - 1);
    double told = StudentT.quantile((1 + BootstrapSettings.DEFAULT_LEVEL) / 2, degrees);
    return MetricValue.of((told + StudentT.quantile(POWER, degrees)) * error);
  }
}
