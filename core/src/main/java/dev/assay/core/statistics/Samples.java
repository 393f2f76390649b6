package dev.assay.core.statistics;

import java.util.Arrays;
import java.util.List;

/** Averages of a sample of figures, such as one of each group, and their intervals. */
public final class Samples {

  private Samples() {}

  /** The mean. */
  public static double mean(List<Double> values) {
    return mean(sorted(values));
  }

  /** The median; of an even number of values the mean of the middle two. */
  public static double median(List<Double> values) {
    double[] sorted = sorted(values);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The mean, give or take its standard error times a quantile of t. */
  public static IntervalValue meanInterval(List<Double> values, double level) {
    Interval.checkLevel(level);
    double[] sorted = sorted(values);
    if (sorted.length < 2) {
      return IntervalValue.undefined("one figure has no spread");
    }
    double error = standardDeviation(sorted) / Math.sqrt(sorted.length);
    double reach = StudentT.quantile((1 + level) / 2, sorted.length - 1) * error;
    double centre = mean(sorted);
    return IntervalValue.of(
        new Interval(centre - reach, centre + reach, level, Interval.Method.MEAN_T));
  }

  /**
   * The two order statistics that enclose the median of the population with at least the level,
   * whatever its distribution (Conover: Practical nonparametric statistics, 1999, 3.2). Undefined
   * where even the extremes enclose it less surely, as with fewer than 6 values at 95%.
   */
  public static IntervalValue medianInterval(List<Double> values, double level) {
    Interval.checkLevel(level);
    double[] sorted = sorted(values);
    int n = sorted.length;
    double logPoint = -n * Math.log(2);
    double below = Math.exp(logPoint);
    int cut = 0;
    while (cut < n / 2 && below <= (1 - level) / 2) {
      cut++;
      logPoint += Math.log(n - cut + 1.0) - Math.log(cut);
      below += Math.exp(logPoint);
    }
    if (cut == 0) {
      return IntervalValue.undefined(
          n + " figures are too few for an interval of their median at " + level);
    }
    return IntervalValue.of(
        new Interval(sorted[cut - 1], sorted[n - cut], level, Interval.Method.ORDER_STATISTICS));
  }

  /** The standard deviation with {@code n - 1} in the denominator. */
  static double standardDeviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double[] sorted(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("No figures to sum up.");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
