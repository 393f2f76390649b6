package dev.assay.data.leak;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.metric.DescendingSort;
import dev.assay.core.metric.RankTally;

/**
 * Scores the rows of a category by the share of positives among the other rows of their level. All
 * positives of a level score alike, and so do its negatives.
 */
final class LevelRates {

  private final int[] positives;
  private final int[] negatives;
  private final float shareOfAll;

  private LevelRates(int[] positives, int[] negatives) {
    this.positives = positives;
    this.negatives = negatives;
    long allPositives = 0;
    long all = 0;
    for (int level = 0; level < positives.length; level++) {
      allPositives += positives[level];
      all += positives[level] + negatives[level];
    }
    shareOfAll = all == 0 ? 0 : (float) ((double) allPositives / all);
  }

  /** The rows with a level and a known label, by their scores. */
  static RankTally ranks(CategoricalColumn column, byte[] truth) {
    int[] positives = new int[column.levels().size()];
    int[] negatives = new int[positives.length];
    for (int row = 0; row < truth.length; row++) {
      int level = column.code(row);
      if (level != CategoricalColumn.MISSING && truth[row] != Labels.UNKNOWN) {
        (truth[row] == Labels.POSITIVE ? positives : negatives)[level]++;
      }
    }
    return new LevelRates(positives, negatives).ranks();
  }

  private RankTally ranks() {
    int levels = positives.length;
    long[] keyed = new long[2 * levels];
    for (int level = 0; level < levels; level++) {
      keyed[level] = DescendingSort.key(score(level, true)) | level;
      keyed[levels + level] = DescendingSort.key(score(level, false)) | (levels + level);
    }
    RankTally tally = new RankTally();
    for (long key : DescendingSort.sort(keyed, keyed.length)) {
      int index = (int) key;
      boolean positive = index < levels;
      int level = positive ? index : index - levels;
      tally.add(score(level, positive), positive, positive ? positives[level] : negatives[level]);
    }
    return tally;
  }

  private float score(int level, boolean positive) {
    int others = positives[level] + negatives[level] - 1;
    int positiveOthers = positive ? positives[level] - 1 : positives[level];
    // A level of one row has no others; one of no row, or without this outcome, has no weight.
    return others <= 0 || positiveOthers < 0 ? shareOfAll : (float) positiveOthers / others;
  }
}
