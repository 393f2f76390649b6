package dev.assay.core.threshold;

import dev.assay.core.calibration.Calibrator;
import dev.assay.core.metric.RankedScores;

/**
 * The probability of a label as {@code 1 / (1 + exp(-(b + a x + c x^2)))} of its scores' log odds
 * {@code x}, brought to mean 0 and spread 1: what Bayes' rule gives where the log odds of positives
 * and of negatives are normal, each with a spread of its own. Platt's sigmoid is the case of equal
 * spreads, {@code c = 0}.
 *
 * <p>Fitted with Platt's smoothed targets (Probabilistic outputs for support vector machines, 1999)
 * and a normal prior on the bend {@code c}, so that few rows give nearly a sigmoid.
 */
final class CurvedSigmoid {

  /** One over the variance of the prior of the bend: as much as a few dozen rows say of it. */
  private static final double BEND_PRECISION = 30;

  private static final int MOST_STEPS = 100;

  /** A Newton step moves no parameter further than this, which keeps the first ones from flight. */
  private static final double LONGEST_STEP = 2;

  private static final double SMALLEST_STEP = 1e-9;
  private static final double RIDGE = 1e-9;

  private final RankedScores rows;
  private final double[] x;
  private double level;
  private double slope;
  private double bend;

  /**
   * Fits the curve.
   *
   * @param rows of both kinds, of more than one score
   */
  CurvedSigmoid(RankedScores rows) {
    this.rows = rows;
    this.x = standardised(rows);
    for (int step = 0; step < MOST_STEPS; step++) {
      if (newtonStep() < SMALLEST_STEP) {
        break;
      }
    }
  }

  /** The probability of the row at a rank. */
  double probability(int rank) {
    return 1 / (1 + Math.exp(-(level + x[rank] * (slope + x[rank] * bend))));
  }

  private static double[] standardised(RankedScores rows) {
    double[] x = new double[rows.size()];
    double sum = 0;
    for (int rank = 0; rank < x.length; rank++) {
      x[rank] = Calibrator.Sigmoid.logOdds(rows.score(rank));
      sum += x[rank];
    }
    double mean = sum / x.length;
    double squares = 0;
    for (double value : x) {
      squares += (value - mean) * (value - mean);
    }
    double spread = Math.sqrt(squares / x.length);
    for (int rank = 0; rank < x.length; rank++) {
      x[rank] = (x[rank] - mean) / spread;
    }
    return x;
  }

  /** Moves towards the minimum of the convex loss; returns how far the parameter furthest moved. */
  private double newtonStep() {
    double positives = rows.positives();
    double ofPositive = (positives + 1) / (positives + 2);
    double ofNegative = 1 / (rows.size() - positives + 2);
    double[] gradient = {0, 0, BEND_PRECISION * bend};
    double[][] hessian = {{RIDGE, 0, 0}, {0, RIDGE, 0}, {0, 0, BEND_PRECISION}};
    for (int rank = 0; rank < x.length; rank++) {
      double p = probability(rank);
      double miss = p - (rows.isPositive(rank) ? ofPositive : ofNegative);
      double weight = p * (1 - p);
      double[] terms = {1, x[rank], x[rank] * x[rank]};
      for (int i = 0; i < terms.length; i++) {
        gradient[i] += miss * terms[i];
        for (int j = 0; j < terms.length; j++) {
          hessian[i][j] += weight * terms[i] * terms[j];
        }
      }
    }
    double[] step = solved(hessian, gradient);
    double furthest = Math.max(Math.abs(step[0]), Math.max(Math.abs(step[1]), Math.abs(step[2])));
    double length = furthest > LONGEST_STEP ? LONGEST_STEP / furthest : 1;
    level -= length * step[0];
    slope -= length * step[1];
    bend -= length * step[2];
    return furthest;
  }

  /** Solves a positive definite system of three by elimination; both arguments are overwritten. */
  private static double[] solved(double[][] matrix, double[] right) {
    int n = right.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = pivot + 1; row < n; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < n; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        right[row] -= factor * right[pivot];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int column = row + 1; column < n; column++) {
        right[row] -= matrix[row][column] * right[column];
      }
      right[row] /= matrix[row][row];
    }
    return right;
  }
}
