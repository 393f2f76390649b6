package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;

/**
 * The delete-one-cluster jackknife times a quantile of t with one degree of freedom less than there
 * are clusters. With few clusters the percentiles of a bootstrap are too narrow, since it draws
 * from too few distinct samples and its variance is short by the factor {@code (G - 1) / G}; the
 * jackknife errs on the wide side (Efron, Stein: The jackknife estimate of variance, Annals of
 * Statistics 9, 1981) and with t has been found the most reliable of the cheap choices (MacKinnon,
 * Nielsen, Webb: Cluster-robust inference, Journal of Econometrics 232, 2023, 'CV3'). It needs a
 * figure that is smooth in the weights, as all metrics here are; every replicate counts {@code 1 /
 * G}, so one undefined replicate leaves the interval undefined.
 */
record JackknifeSpread() implements Spread {

  @Override
  public Estimate estimate(Recomputed figure, double level) {
    int count = figure.without().length;
    double[] defined = Spread.defined(figure.without());
    int undefined = count - defined.length;
    return switch (figure.value()) {
      case MetricValue.Undefined(String reason) -> Spread.unknown(figure, reason, undefined);
      case MetricValue.Defined known when count < 2 ->
          Spread.unknown(figure, "all rows lie in one cluster", undefined);
      case MetricValue.Defined known when undefined > 0 ->
          Spread.unknown(
              figure,
              "undefined without %d of the %d clusters".formatted(undefined, count),
              undefined);
      case MetricValue.Defined(double centre) -> {
        double error = (count - 1) / Math.sqrt(count) * Samples.standardDeviation(defined);
        double reach = StudentT.quantile((1 + level) / 2, count - 1) * error;
        Interval interval =
            new Interval(centre - reach, centre + reach, level, Interval.Method.JACKKNIFE_T);
        yield new Estimate(
            figure.value(),
            IntervalValue.of(interval),
            MetricValue.of(error),
            figure.clusters(),
            undefined);
      }
    };
  }
}
