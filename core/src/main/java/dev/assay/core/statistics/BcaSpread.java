package dev.assay.core.statistics;

import java.util.Arrays;

/**
 * The bias-corrected and accelerated interval of a bootstrap (Efron: Better bootstrap confidence
 * intervals, JASA 82, 1987): percentiles that are moved for the share of replicates below the
 * figure (bias) and for how the standard error changes with the figure (acceleration), the latter
 * from a jackknife. Leaving out blocks of clusters instead of single ones gives the same
 * acceleration but for noise: the skewness of a block of m clusters is smaller by the root of m,
 * and so is the root of the number of blocks by which it is divided.
 */
record BcaSpread() implements Spread {

  @Override
  public Estimate estimate(Recomputed figure, double level) {
    return Draws.estimate(figure, (value, draws) -> interval(value, draws, figure, level));
  }

  private static IntervalValue interval(
      double value, Draws draws, Recomputed figure, double level) {
    double[] without = Spread.defined(figure.without());
    if (without.length < figure.without().length) {
      return IntervalValue.undefined(
          "undefined without %d of %d blocks of clusters"
              .formatted(figure.without().length - without.length, figure.without().length));
    }
    double below = draws.shareBelow(value);
    if (below == 0 || below == 1) {
      return IntervalValue.undefined("all replicates lie on one side of the figure");
    }
    double bias = Normal.quantile(below);
    double acceleration = acceleration(without);
    double reach = Normal.quantile((1 + level) / 2);
    double low = draws.quantile(share(bias, acceleration, -reach));
    double high = draws.quantile(share(bias, acceleration, reach));
    return IntervalValue.of(
        new Interval(Math.min(low, high), Math.max(low, high), level, Interval.Method.BCA));
  }

  /** A sixth of the skewness of the influences; 0 where leaving out changes nothing. */
  static double acceleration(double[] without) {
    double mean = Arrays.stream(without).average().orElseThrow();
    double squares = 0;
    double cubes = 0;
    for (double figure : without) {
      double influence = mean - figure;
      squares += influence * influence;
      cubes += influence * influence * influence;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double share(double bias, double acceleration, double z) {
    double moved = bias + z;
    return Normal.below(bias + moved / (1 - acceleration * moved));
  }
}
