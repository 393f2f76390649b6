package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;
import java.util.Arrays;

/** Turns the figure under many weightings into an estimate; NaN stands for an undefined one. */
sealed interface Spread permits Spread.Percentiles, Spread.Jackknife {

  /** The estimate of a figure from its values under the weightings of this kind of spread. */
  Estimate estimate(MetricValue value, double[] replicates, int clusters, double level);

  /**
   * The percentile interval of a bootstrap (Efron, Tibshirani: An introduction to the bootstrap,
   * 1993, chapter 13), by linear interpolation between order statistics.
   */
  record Percentiles() implements Spread {

    /** With a larger share of undefined replicates the others would be a selected sample. */
    private static final double MOST_UNDEFINED = 0.05;

    @Override
    public Estimate estimate(MetricValue value, double[] replicates, int clusters, double level) {
      double[] defined = Arrays.stream(replicates).filter(Double::isFinite).sorted().toArray();
      int undefined = replicates.length - defined.length;
      if (value instanceof MetricValue.Undefined(String reason)) {
        return without(value, reason, clusters, undefined);
      }
      if (undefined > MOST_UNDEFINED * replicates.length) {
        return without(
            value,
            "undefined in %d of %d replicates".formatted(undefined, replicates.length),
            clusters,
            undefined);
      }
      double tail = (1 - level) / 2;
      Interval interval =
          new Interval(
              quantile(defined, tail),
              quantile(defined, 1 - tail),
              level,
              Interval.Method.BOOTSTRAP);
      return new Estimate(
          value,
          IntervalValue.of(interval),
          MetricValue.of(Samples.standardDeviation(defined)),
          clusters,
          undefined);
    }

    private static double quantile(double[] sorted, double p) {
      double position = p * (sorted.length - 1);
      int below = (int) position;
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
  }

  /**
   * The delete-one-cluster jackknife times a quantile of t with one degree of freedom less than
   * there are clusters. With few clusters the percentiles of a bootstrap are too narrow, since it
   * draws from too few distinct samples and its variance is short by the factor {@code (G - 1) /
   * G}; the jackknife errs on the wide side (Efron, Stein: The jackknife estimate of variance,
   * Annals of Statistics 9, 1981) and with t has been found the most reliable of the cheap choices
   * (MacKinnon, Nielsen, Webb: Cluster-robust inference, Journal of Econometrics 232, 2023, 'CV3').
   * It needs a figure that is smooth in the weights, as all metrics here are; every replicate
   * counts {@code 1 / G}, so one undefined replicate leaves the interval undefined.
   */
  record Jackknife() implements Spread {

    @Override
    public Estimate estimate(MetricValue value, double[] replicates, int clusters, double level) {
      int count = replicates.length;
      int undefined = (int) Arrays.stream(replicates).filter(Double::isNaN).count();
      return switch (value) {
        case MetricValue.Undefined(String reason) -> without(value, reason, clusters, undefined);
        case MetricValue.Defined known when count < 2 ->
            without(value, "all rows lie in one cluster", clusters, undefined);
        case MetricValue.Defined known when undefined > 0 ->
            without(
                value,
                "undefined without %d of the %d clusters".formatted(undefined, count),
                clusters,
                undefined);
        case MetricValue.Defined(double centre) -> {
          double error = (count - 1) / Math.sqrt(count) * Samples.standardDeviation(replicates);
          double reach = StudentT.quantile((1 + level) / 2, count - 1) * error;
          Interval interval =
              new Interval(centre - reach, centre + reach, level, Interval.Method.JACKKNIFE_T);
          yield new Estimate(
              value, IntervalValue.of(interval), MetricValue.of(error), clusters, undefined);
        }
      };
    }
  }

  private static Estimate without(MetricValue value, String reason, int clusters, int undefined) {
    return new Estimate(
        value, IntervalValue.undefined(reason), MetricValue.undefined(reason), clusters, undefined);
  }
}
