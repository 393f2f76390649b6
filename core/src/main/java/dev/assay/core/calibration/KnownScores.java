package dev.assay.core.calibration;

import dev.assay.core.metric.RankedScores;

/** The scores of one label's known rows, from low to high. */
final class KnownScores {

  private final RankedScores ranked;

  KnownScores(RankedScores ranked) {
    this.ranked = ranked;
  }

  int size() {
    return ranked.size();
  }

  int positives() {
    return ranked.positives();
  }

  double score(int i) {
    return ranked.score(ranked.size() - 1 - i);
  }

  boolean isPositive(int i) {
    return ranked.isPositive(ranked.size() - 1 - i);
  }

  boolean hasBothKinds() {
    return positives() > 0 && positives() < size();
  }
}
