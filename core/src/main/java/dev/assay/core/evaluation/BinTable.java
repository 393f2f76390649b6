package dev.assay.core.evaluation;

/** Sums by bin of scores for each of a number of cells, such as the levels of a slice. */
final class BinTable {

  private final long[] counts;
  private final long[] positives;
  private final double[] scores;

  BinTable(int cells) {
    counts = new long[cells * Reliability.BINS];
    positives = new long[cells * Reliability.BINS];
    scores = new double[cells * Reliability.BINS];
  }

  void add(int cell, double score, boolean positive) {
    int at = cell * Reliability.BINS + Reliability.binOf(score);
    counts[at]++;
    positives[at] += positive ? 1 : 0;
    scores[at] += score;
  }

  Reliability reliability(int cell) {
    return Reliability.ofSums(counts, positives, scores, cell * Reliability.BINS);
  }
}
