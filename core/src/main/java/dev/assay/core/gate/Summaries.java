package dev.assay.core.gate;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.Samples;
import dev.assay.core.statistics.Simultaneous;
import java.util.Collections;
import java.util.List;

/** One figure over many, such as the median over groups, with its interval at 95%. */
public final class Summaries {

  private Summaries() {}

  /**
   * Sums figures up. The interval of a median or mean is about groups like these; that of the worst
   * about these very ones.
   *
   * @param figures at least one
   * @param higherIsBetter which of them is the worst: the least, or the greatest
   * @return undefined with the reason where one of the figures is; no standard error is known
   */
  public static Estimate of(
      SummaryGate.Summary summary, List<Estimate> figures, boolean higherIsBetter) {
    for (Estimate figure : figures) {
      if (figure.value() instanceof MetricValue.Undefined(String reason)) {
        return Estimate.undefined(reason);
      }
    }
    List<Double> values = figures.stream().map(figure -> figure.value().orThrow()).toList();
    double level = BootstrapSettings.DEFAULT_LEVEL;
    return switch (summary) {
      case MEDIAN -> estimate(Samples.median(values), Samples.medianInterval(values, level));
      case MEAN -> estimate(Samples.mean(values), Samples.meanInterval(values, level));
      case WORST ->
          higherIsBetter
              ? estimate(Collections.min(values), Simultaneous.least(figures, level))
              : estimate(Collections.max(values), Simultaneous.greatest(figures, level));
    };
  }

  private static Estimate estimate(double value, IntervalValue interval) {
    return new Estimate(
        MetricValue.of(value), interval, MetricValue.undefined("not used for a summary"), 0, 0);
  }
}
