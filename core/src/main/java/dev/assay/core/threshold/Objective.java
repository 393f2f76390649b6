package dev.assay.core.threshold;

import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.MetricValue;

/** What a cut is chosen for. */
public sealed interface Objective {

  /**
   * The figure to be made as good as can be, such as the F-beta; for an objective with a floor,
   * whether or not the floor is kept.
   */
  MetricValue figure(Confusion confusion);

  /** Whether a higher figure is better. */
  default boolean higherIsBetter() {
    return true;
  }

  /**
   * How good a cut with these counts is, the higher the better; NaN where it is not allowed.
   *
   * @param tp positives at or above the cut
   * @param fp negatives at or above it
   * @param fn positives below it
   * @param tn negatives below it
   */
  double merit(long tp, long fp, long fn, long tn);

  /**
   * The same where no cut is allowed, to find the one that misses least: the figure that the floor
   * is for.
   */
  default double nearestMerit(long tp, long fp, long fn, long tn) {
    return merit(tp, fp, fn, tn);
  }

  /**
   * The highest F-beta.
   *
   * @param beta how many times recall counts as much as precision, {@code > 0}
   */
  record FBeta(double beta) implements Objective {
    /** Checks beta. */
    public FBeta {
      if (!(beta > 0 && Double.isFinite(beta))) {
        throw new IllegalArgumentException("Beta is above 0, not " + beta + ".");
      }
    }

    @Override
    public MetricValue figure(Confusion confusion) {
      return confusion.value(Measure.F_BETA, beta);
    }

    @Override
    public double merit(long tp, long fp, long fn, long tn) {
      double square = beta * beta;
      return (1 + square) * tp / ((1 + square) * tp + square * fn + fp);
    }
  }

  /**
   * The best precision of the cuts that reach a recall.
   *
   * @param recall the recall to reach, in {@code (0, 1]}
   */
  record RecallAtLeast(double recall) implements Objective {
    /** Checks the range. */
    public RecallAtLeast {
      requireShare("recall", recall);
    }

    @Override
    public MetricValue figure(Confusion confusion) {
      return confusion.value(Measure.PRECISION, 1);
    }

    @Override
    public double merit(long tp, long fp, long fn, long tn) {
      return reaches(share(tp, fn), recall) ? share(tp, fp) : Double.NaN;
    }

    @Override
    public double nearestMerit(long tp, long fp, long fn, long tn) {
      return share(tp, fn);
    }
  }

  /**
   * The best recall of the cuts that reach a precision.
   *
   * @param precision the precision to reach, in {@code (0, 1]}
   */
  record PrecisionAtLeast(double precision) implements Objective {
    /** Checks the range. */
    public PrecisionAtLeast {
      requireShare("precision", precision);
    }

    @Override
    public MetricValue figure(Confusion confusion) {
      return confusion.value(Measure.RECALL, 1);
    }

    @Override
    public double merit(long tp, long fp, long fn, long tn) {
      return reaches(share(tp, fp), precision) ? share(tp, fn) : Double.NaN;
    }

    @Override
    public double nearestMerit(long tp, long fp, long fn, long tn) {
      return share(tp, fp);
    }
  }

  /**
   * The lowest mean cost of a row.
   *
   * @param falsePositive what a false positive costs, {@code >= 0}
   * @param falseNegative what a false negative costs, {@code >= 0}; not both are 0
   */
  record Cost(double falsePositive, double falseNegative) implements Objective {
    /** Checks the costs. */
    public Cost {
      if (!(falsePositive >= 0 && falseNegative >= 0)
          || !(falsePositive + falseNegative > 0)
          || Double.isInfinite(falsePositive + falseNegative)) {
        throw new IllegalArgumentException(
            "Costs are not negative and not both 0: " + falsePositive + ", " + falseNegative + ".");
      }
    }

    @Override
    public boolean higherIsBetter() {
      return false;
    }

    @Override
    public MetricValue figure(Confusion confusion) {
      return confusion.rows() == 0
          ? MetricValue.undefined("no row")
          : MetricValue.of(
              total(confusion.falsePositives(), confusion.falseNegatives()) / confusion.rows());
    }

    @Override
    public double merit(long tp, long fp, long fn, long tn) {
      return -total(fp, fn);
    }

    private double total(long fp, long fn) {
      return falsePositive * fp + falseNegative * fn;
    }
  }

  private static double share(long part, long rest) {
    return (double) part / (part + rest);
  }

  /** Shares are fractions of whole numbers: what misses by rounding alone is reached. */
  private static boolean reaches(double share, double floor) {
    return share >= floor - 1e-12;
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "A " + name + " to reach is in (0, 1], not " + value + ".");
    }
  }
}
