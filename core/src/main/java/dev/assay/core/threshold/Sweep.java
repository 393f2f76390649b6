package dev.assay.core.threshold;

import dev.assay.core.metric.RankedScores;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries every cut that makes a difference, from the highest score down, and keeps the best plateau.
 *
 * <p>All cuts between two neighbouring scores {@code a < b}, {@code a} left out, decide alike. So
 * there is one stretch of cuts {@code (a, b]} for each pair of neighbouring distinct scores, one
 * above the highest score (nothing is predicted) and one from 0 to the lowest (everything is). Of
 * neighbouring stretches of equal merit one plateau is made; of equal plateaus the widest counts,
 * of equally wide ones the highest.
 */
final class Sweep {

  /** How good a cut with these counts is, the higher the better; NaN where it is not allowed. */
  @FunctionalInterface
  interface Merit {
    double of(long tp, long fp, long fn, long tn);
  }

  private final Merit merit;
  private final Bounds bounds;
  private long positives;
  private long negatives;
  private @Nullable Plateau best;
  // The plateau being extended, in fields of its own since there is a new one at most scores.
  private double runningMerit = Double.NaN;
  private double runningLow;
  private double runningHigh;

  private Sweep(Merit merit, Bounds bounds) {
    this.merit = merit;
    this.bounds = bounds;
  }

  /**
   * The best plateau, or empty where no cut within the bounds is allowed.
   *
   * @param rowWeights how often each row counts, {@code >= 0}
   */
  static Optional<Plateau> best(RankedScores ranked, Merit merit, Bounds bounds, int[] rowWeights) {
    return Optional.ofNullable(new Sweep(merit, bounds).run(ranked, rowWeights));
  }

  private @Nullable Plateau run(RankedScores ranked, int[] rowWeights) {
    count(ranked, rowWeights);
    long tp = 0;
    long all = 0;
    double high = 1;
    for (int rank = 0; rank < ranked.size(); rank++) {
      int weight = rowWeights[ranked.row(rank)];
      double score = ranked.score(rank);
      if (score < high && weight > 0) {
        stretch(score, high, tp, all - tp);
        high = score;
      }
      all += weight;
      tp += ranked.isPositive(rank) ? weight : 0;
    }
    lowestStretch(high, tp, all - tp);
    endPlateau();
    return best;
  }

  private void count(RankedScores ranked, int[] rowWeights) {
    long all = 0;
    for (int rank = 0; rank < ranked.size(); rank++) {
      int weight = rowWeights[ranked.row(rank)];
      all += weight;
      positives += ranked.isPositive(rank) ? weight : 0;
    }
    negatives = all - positives;
  }

  /** The cuts in {@code (low, high]}. */
  private void stretch(double low, double high, long tp, long fp) {
    double from = Math.max(low, bounds.low());
    double to = Math.min(high, bounds.high());
    if (to > from || (to == from && from > low)) {
      consider(from, to, tp, fp);
    }
  }

  /** The cuts in {@code [0, high]}. */
  private void lowestStretch(double high, long tp, long fp) {
    double to = Math.min(high, bounds.high());
    if (to >= bounds.low()) {
      consider(bounds.low(), to, tp, fp);
    }
  }

  private void consider(double from, double to, long tp, long fp) {
    double value = merit.of(tp, fp, positives - tp, negatives - fp);
    // A merit that is NaN equals nothing, so a cut that is not allowed ends the plateau.
    if (value != runningMerit) {
      endPlateau();
      runningMerit = value;
      runningHigh = to;
    }
    runningLow = from;
  }

  private void endPlateau() {
    if (best == null || runningMerit >= best.merit()) {
      keepIfBest();
    }
    runningMerit = Double.NaN;
  }

  private void keepIfBest() {
    Plateau ended = new Plateau(runningMerit, runningLow, runningHigh);
    if (!Double.isNaN(runningMerit) && (best == null || ended.beats(best))) {
      best = ended;
    }
  }
}
