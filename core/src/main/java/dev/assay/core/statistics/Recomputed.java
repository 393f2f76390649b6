package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;

/** A figure as it is, and recomputed under weightings; NaN stands for an undefined one. */
final class Recomputed {

  private final MetricValue value;
  private final double[] drawn;
  private final double[] without;
  private final int clusters;

  /**
   * A recomputed figure, which takes over the arrays.
   *
   * @param value the figure on the rows as they are
   * @param drawn the figure in each replicate of a bootstrap; empty where none was drawn
   * @param without the figure without each block of clusters in turn; empty where none was left out
   * @param clusters how many clusters hold its rows
   */
  Recomputed(MetricValue value, double[] drawn, double[] without, int clusters) {
    this.value = value;
    this.drawn = drawn;
    this.without = without;
    this.clusters = clusters;
  }

  MetricValue value() {
    return value;
  }

  double[] drawn() {
    return drawn;
  }

  double[] without() {
    return without;
  }

  int clusters() {
    return clusters;
  }

  /** This figure minus another one of the same rows, weighting by weighting. */
  Recomputed minus(Recomputed champion) {
    return new Recomputed(
        minus(value, champion.value),
        minus(drawn, champion.drawn),
        minus(without, champion.without),
        clusters);
  }

  private static double[] minus(double[] candidate, double[] champion) {
    double[] differences = new double[candidate.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = candidate[i] - champion[i];
    }
    return differences;
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
