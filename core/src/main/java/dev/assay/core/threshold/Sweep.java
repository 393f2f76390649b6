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
  private @Nullable Plateau running;

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
    for (int rank = 0; rank < ranked.size(); rank++) {
      int weight = rowWeights[ranked.row(rank)];
      if (ranked.isPositive(rank)) {
        positives += weight;
      } else {
        negatives += weight;
      }
    }
    long tp = 0;
    long fp = 0;
    double high = 1;
    int rank = 0;
    while (rank < ranked.size()) {
      int weight = rowWeights[ranked.row(rank)];
      if (weight > 0) {
        double score = ranked.score(rank);
        if (score < high) {
          stretch(score, high, tp, fp);
          high = score;
        }
        if (ranked.isPositive(rank)) {
          tp += weight;
        } else {
          fp += weight;
        }
      }
      rank++;
    }
    lowestStretch(high, tp, fp);
    endPlateau();
    return best;
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
    Plateau last = running;
    if (Double.isNaN(value)) {
      endPlateau();
    } else if (last != null && last.merit() == value) {
      running = new Plateau(value, from, last.high());
    } else {
      endPlateau();
      running = new Plateau(value, from, to);
    }
  }

  private void endPlateau() {
    Plateau ended = running;
    if (ended != null && (best == null || ended.beats(best))) {
      best = ended;
    }
    running = null;
  }
}
