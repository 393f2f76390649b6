package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;

/** The sides of a figure, as they are and under each of the same weightings. */
final class Weighed {

  private final MetricValue[] values;
  private final double[][] replicates;
  private final int clusters;
  private final Spread spread;
  private final double level;

  /** Sides with values {@code (s)} and replicates {@code (s, r)}, NaN where undefined. */
  Weighed(MetricValue[] values, double[][] replicates, int clusters, Spread spread, double level) {
    this.values = values;
    this.replicates = replicates;
    this.clusters = clusters;
    this.spread = spread;
    this.level = level;
  }

  /** The estimate of one side. */
  Estimate estimate(int side) {
    return spread.estimate(values[side], replicates[side], clusters, level);
  }

  /** The estimate of one side minus another, weighting by weighting. */
  Estimate difference(int side, int other) {
    double[] differences = new double[replicates[side].length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = replicates[side][i] - replicates[other][i];
    }
    return spread.estimate(minus(values[side], values[other]), differences, clusters, level);
  }

  private static MetricValue minus(MetricValue candidate, MetricValue champion) {
    return switch (candidate) {
      case MetricValue.Undefined(String reason) ->
          MetricValue.undefined("the candidate's is undefined: " + reason);
      case MetricValue.Defined(double minuend) ->
          switch (champion) {
            case MetricValue.Undefined(String reason) ->
                MetricValue.undefined("the champion's is undefined: " + reason);
            case MetricValue.Defined(double subtrahend) -> MetricValue.of(minuend - subtrahend);
          };
    };
  }
}
