package dev.assay.core.threshold;

import dev.assay.core.calibration.Calibrator;
import dev.assay.core.metric.RankedScores;
import java.util.OptionalDouble;

/**
 * The cut of a label that would be best if its scores, brought into line by a {@link
 * CurvedSigmoid}, were right: each row counts as a positive by its probability, and not by its
 * truth (Ye, Chai, Lee and Chieu, Optimizing F-measures, ICML 2012; Lipton, Elkan and Naryanaswamy,
 * Optimal thresholding of classifiers to maximize F1, 2014).
 *
 * <p>Three parameters stand for the label, whatever its number of rows, so this cut moves far less
 * by chance than the one that is best on the rows themselves; where the curve does not fit, it is
 * off. Straight maps of the log odds, as weights of classes cause, do not change what it decides.
 */
final class PlugInCut {

  /** Expected counts are handed to objectives, which take whole ones, in millionths. */
  private static final double MILLIONTHS = 1e6;

  private PlugInCut() {}

  /**
   * The cut.
   *
   * @param rows the rows of the label
   * @return empty where all rows are of one kind, where the scores do not rise with the label, or
   *     where no cut is allowed
   */
  static OptionalDouble of(RankedScores rows, Objective objective) {
    if (!risesWithTheLabel(rows)) {
      return OptionalDouble.empty();
    }
    CurvedSigmoid fitted = new CurvedSigmoid(rows);
    double[] probabilities = new double[rows.size()];
    double positives = 0;
    for (int rank = 0; rank < probabilities.length; rank++) {
      probabilities[rank] = fitted.probability(rank);
      positives += probabilities[rank];
    }
    return best(rows, probabilities, positives, objective);
  }

  /**
   * Whether positives have the higher log odds on average; never where all rows are of one kind or
   * of one score.
   */
  private static boolean risesWithTheLabel(RankedScores rows) {
    // Sums of equal scores may differ by rounding.
    if (rows.size() == 0 || rows.score(0) == rows.score(rows.size() - 1)) {
      return false;
    }
    double ofPositives = 0;
    double ofNegatives = 0;
    for (int rank = 0; rank < rows.size(); rank++) {
      double logOdds = Calibrator.Sigmoid.logOdds(rows.score(rank));
      if (rows.isPositive(rank)) {
        ofPositives += logOdds / rows.positives();
      } else {
        ofNegatives += logOdds / (rows.size() - rows.positives());
      }
    }
    return rows.positives() > 0 && rows.positives() < rows.size() && ofPositives > ofNegatives;
  }

  /** The best of all cuts, the one above the highest score among them, which flags no row. */
  private static OptionalDouble best(
      RankedScores rows, double[] probabilities, double positives, Objective objective) {
    double cut = Double.NaN;
    double best = Double.NEGATIVE_INFINITY;
    double tp = 0;
    int size = probabilities.length;
    for (int flagged = 0; flagged <= size; flagged++) {
      tp += flagged > 0 ? probabilities[flagged - 1] : 0;
      double above = flagged > 0 ? rows.score(flagged - 1) : 1;
      double below = flagged < size ? rows.score(flagged) : 0;
      if (below == above && flagged < size) {
        continue;
      }
      double fp = flagged - tp;
      double fn = positives - tp;
      double merit = objective.merit(whole(tp), whole(fp), whole(fn), whole(size - positives - fp));
      if (merit > best) {
        best = merit;
        cut = below + (above - below) / 2;
      }
    }
    return Double.isNaN(cut) ? OptionalDouble.empty() : OptionalDouble.of(cut);
  }

  private static long whole(double count) {
    return Math.round(Math.max(0, count) * MILLIONTHS);
  }
}
