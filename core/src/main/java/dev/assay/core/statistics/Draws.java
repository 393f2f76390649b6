package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;

/**
 * The defined replicates of a bootstrap, in rising order, and what intervals are read off them.
 * With a larger share of undefined ones than 5% the others would be a selected sample.
 */
final class Draws {

  private static final double MOST_UNDEFINED = 0.05;

  private final double[] sorted;

  private Draws(double[] sorted) {
    this.sorted = sorted;
  }

  /** Two ends of an interval, or none for a reason. */
  @FunctionalInterface
  interface Ends {
    IntervalValue of(double value, Draws draws);
  }

  /** The estimate of a figure whose interval is read off its replicates. */
  static Estimate estimate(Recomputed figure, Ends ends) {
    double[] defined = Spread.defined(figure.drawn());
    int all = figure.drawn().length;
    int undefined = all - defined.length;
    return switch (figure.value()) {
      case MetricValue.Undefined(String reason) -> Spread.unknown(figure, reason, undefined);
      case MetricValue.Defined known when undefined > MOST_UNDEFINED * all ->
          Spread.unknown(
              figure, "undefined in %d of %d replicates".formatted(undefined, all), undefined);
      case MetricValue.Defined(double value) ->
          new Estimate(
              figure.value(),
              ends.of(value, new Draws(defined)),
              MetricValue.of(standardError(defined, figure.clusters())),
              figure.clusters(),
              undefined);
    };
  }

  /** The variance of a bootstrap that draws G of G clusters is short by the factor (G - 1) / G. */
  private static double standardError(double[] defined, int clusters) {
    return Samples.standardDeviation(defined) * Math.sqrt(clusters / (clusters - 1.0));
  }

  /** The value below which a share of the replicates lies, interpolated linearly. */
  double quantile(double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** The share of replicates below a value, those equal to it counting half. */
  double shareBelow(double value) {
    long twice = 0;
    for (double replicate : sorted) {
      twice += replicate < value ? 2 : replicate == value ? 1 : 0;
    }
    return twice / (2.0 * sorted.length);
  }
}
