package dev.assay.core.statistics;

/**
 * The percentile interval of a bootstrap (Efron, Tibshirani: An introduction to the bootstrap,
 * 1993, chapter 13) with expanded percentiles: with few clusters the plain ones are too narrow, as
 * much as a quantile of the normal distribution times a standard deviation with {@code G} in its
 * denominator is narrower than a quantile of t times one with {@code G - 1}. They are moved out so
 * that for a mean of normal values both agree (Hesterberg: What teachers should know about the
 * bootstrap, The American Statistician 69, 2015, 'expanded percentile'). With 1,000 clusters it
 * makes no difference that shows.
 */
record PercentileSpread() implements Spread {

  @Override
  public Estimate estimate(Recomputed figure, double level) {
    double tail = expandedTail(level, figure.clusters());
    return Draws.estimate(
        figure,
        (value, draws) ->
            IntervalValue.of(
                new Interval(
                    draws.quantile(tail),
                    draws.quantile(1 - tail),
                    level,
                    Interval.Method.BOOTSTRAP)));
  }

  /** The share of replicates to leave out at either end. */
  static double expandedTail(double level, int clusters) {
    double t = StudentT.quantile((1 + level) / 2, clusters - 1);
    return Normal.below(-t * Math.sqrt(clusters / (clusters - 1.0)));
  }
}
