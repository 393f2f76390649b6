package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;
import java.util.Arrays;

/** Makes an estimate of a figure that was recomputed under weightings. */
sealed interface Spread permits PercentileSpread, BcaSpread, JackknifeSpread {

  /** The estimate with an interval at a level. */
  Estimate estimate(Recomputed figure, double level);

  /** An estimate whose uncertainty is unknown, for a reason. */
  static Estimate unknown(Recomputed figure, String reason, int undefinedReplicates) {
    return new Estimate(
        figure.value(),
        IntervalValue.undefined(reason),
        MetricValue.undefined(reason),
        figure.clusters(),
        undefinedReplicates);
  }

  /** The values that are not NaN, in rising order. */
  static double[] defined(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
  }
}
