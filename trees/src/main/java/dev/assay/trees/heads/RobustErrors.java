package dev.assay.trees.heads;

import dev.assay.core.label.Labels;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Clusters;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.StudentT;
import java.util.Arrays;

/**
 * Standard errors of a stack's coefficients that allow for rows of one group depending on each
 * other: the sandwich of Liang and Zeger (Longitudinal data analysis using generalized linear
 * models, Biometrika 1986) with the factor {@code g / (g - 1)} for {@code g} groups, around the
 * penalised Hessian. They take the scores as given: what the base and the heads owe to chance is
 * not in them.
 *
 * <p>Coefficients are in the order intercept, base, heads. That of a head rests on the groups of
 * its cluster alone, which are its {@code g}.
 */
final class RobustErrors {

  private static final double LEVEL = 0.95;

  private final double[][] covariance;
  private final int[] groups;

  /** The errors of a stack that was fitted on these scores and labels. */
  RobustErrors(
      Stack stack, LabelScores scores, Labels truth, Clusters byGroup, double inversePenalty) {
    int width = 2 + stack.heads().size();
    double[][] hessian = new double[width][width];
    for (int j = 1; j < width; j++) {
      hessian[j][j] = 1 / inversePenalty;
    }
    double[][] gradients = new double[byGroup.count()][width];
    boolean[][] present = new boolean[width][byGroup.count()];
    double[] inputs = new double[width];
    for (int row = 0; row < scores.size(); row++) {
      if (!truth.isKnown(row, 0)) {
        continue;
      }
      fill(inputs, stack, scores, row);
      double score = scores.stacked(stack, row);
      double residual = (truth.state(row, 0) == Labels.POSITIVE ? 1 : 0) - score;
      int group = byGroup.of(row);
      for (int j = 0; j < width; j++) {
        gradients[group][j] += inputs[j] * residual;
        present[j][group] |= inputs[j] != 0;
        for (int l = 0; l < width; l++) {
          hessian[j][l] += score * (1 - score) * inputs[j] * inputs[l];
        }
      }
    }
    this.groups = Arrays.stream(present).mapToInt(RobustErrors::count).toArray();
    this.covariance = sandwich(inverse(hessian), gradients);
  }

  private static void fill(double[] inputs, Stack stack, LabelScores scores, int row) {
    Arrays.fill(inputs, 0);
    inputs[0] = 1;
    inputs[1] = Logit.of(scores.base(row));
    for (int term = 0; scores.hasHead(row) && term < stack.heads().size(); term++) {
      Stack.HeadTerm head = stack.heads().get(term);
      if (head.cluster() == scores.cluster(row)) {
        inputs[2 + term] = Logit.of(scores.head(row)) - head.centre();
      }
    }
  }

  private static int count(boolean[] present) {
    int count = 0;
    for (boolean each : present) {
      count += each ? 1 : 0;
    }
    return count;
  }

  private static double[][] sandwich(double[][] bread, double[][] gradients) {
    int width = bread.length;
    double[][] covariance = new double[width][width];
    for (double[] gradient : gradients) {
      double[] step = new double[width];
      for (int j = 0; j < width; j++) {
        for (int l = 0; l < width; l++) {
          step[j] += bread[j][l] * gradient[l];
        }
      }
      for (int j = 0; j < width; j++) {
        for (int l = 0; l < width; l++) {
          covariance[j][l] += step[j] * step[l];
        }
      }
    }
    return covariance;
  }

  /** The inverse of a symmetric positive definite matrix, by Gauss and Jordan. */
  private static double[][] inverse(double[][] matrix) {
    int width = matrix.length;
    double[][] left = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    double[][] right = new double[width][width];
    for (int j = 0; j < width; j++) {
      right[j][j] = 1;
    }
    for (int pivot = 0; pivot < width; pivot++) {
      double scale = left[pivot][pivot];
      for (int l = 0; l < width; l++) {
        left[pivot][l] /= scale;
        right[pivot][l] /= scale;
      }
      for (int j = 0; j < width; j++) {
        double factor = left[j][pivot];
        for (int l = 0; j != pivot && l < width; l++) {
          left[j][l] -= factor * left[pivot][l];
          right[j][l] -= factor * right[pivot][l];
        }
      }
    }
    return right;
  }

  /** The standard error of a coefficient; undefined where its rows lie in one group. */
  MetricValue standardError(int coefficient) {
    int g = groups[coefficient];
    if (g < 2) {
      return MetricValue.undefined("its rows lie in one group");
    }
    double error = Math.sqrt(covariance[coefficient][coefficient] * ((double) g / (g - 1)));
    return Double.isFinite(error)
        ? MetricValue.of(error)
        : MetricValue.undefined("the scores tell the label without any doubt");
  }

  /**
   * The 95% interval of a coefficient, by a quantile of t with {@code g - 1} degrees of freedom.
   */
  IntervalValue interval(int coefficient, double value) {
    return switch (standardError(coefficient)) {
      case MetricValue.Undefined(String reason) -> IntervalValue.undefined(reason);
      case MetricValue.Defined(double error) -> {
        double reach = StudentT.quantile(1 - (1 - LEVEL) / 2, groups[coefficient] - 1) * error;
        yield IntervalValue.of(
            new Interval(value - reach, value + reach, LEVEL, Interval.Method.ROBUST_T));
      }
    };
  }
}
