package dev.assay.core.evaluation;

import java.util.Arrays;

/** Sums by bin of scores for each cluster; only bins that have rows are kept. */
final class ClusterBins {

  private final int[] cells;
  private final int[] counts;
  private final int[] positives;
  private final double[] scores;

  private ClusterBins(int[] cells, int[] counts, int[] positives, double[] scores) {
    this.cells = cells;
    this.counts = counts;
    this.positives = positives;
    this.scores = scores;
  }

  /** The diagram under weights. */
  Reliability under(int[] weights) {
    long[] binCounts = new long[Reliability.BINS];
    long[] binPositives = new long[Reliability.BINS];
    double[] binScores = new double[Reliability.BINS];
    for (int i = 0; i < cells.length; i++) {
      int weight = weights[cells[i] / Reliability.BINS];
      int bin = cells[i] % Reliability.BINS;
      binCounts[bin] += (long) weight * counts[i];
      binPositives[bin] += (long) weight * positives[i];
      binScores[bin] += weight * scores[i];
    }
    return Reliability.ofSums(binCounts, binPositives, binScores, 0);
  }

  /** Takes rows in any order; sorts them into cells of cluster and bin. Not thread-safe. */
  static final class Builder {

    private final long[] cellAndRow;
    private final float[] scores;
    private final boolean[] positive;
    private int size;

    Builder(int mostRows) {
      cellAndRow = new long[mostRows];
      scores = new float[mostRows];
      positive = new boolean[mostRows];
    }

    void add(int cluster, float score, boolean isPositive) {
      long cell = (long) cluster * Reliability.BINS + Reliability.binOf(score);
      cellAndRow[size] = cell << Integer.SIZE | size;
      scores[size] = score;
      positive[size] = isPositive;
      size++;
    }

    ClusterBins build() {
      Arrays.sort(cellAndRow, 0, size);
      int[] cells = new int[size];
      int[] counts = new int[size];
      int[] positives = new int[size];
      double[] sums = new double[size];
      int last = -1;
      for (int i = 0; i < size; i++) {
        int cell = (int) (cellAndRow[i] >>> Integer.SIZE);
        if (last < 0 || cells[last] != cell) {
          cells[++last] = cell;
        }
        int row = (int) cellAndRow[i];
        counts[last]++;
        positives[last] += positive[row] ? 1 : 0;
        sums[last] += scores[row];
      }
      int used = last + 1;
      return new ClusterBins(
          Arrays.copyOf(cells, used),
          Arrays.copyOf(counts, used),
          Arrays.copyOf(positives, used),
          Arrays.copyOf(sums, used));
    }
  }
}
