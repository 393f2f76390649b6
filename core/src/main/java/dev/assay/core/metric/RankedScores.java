package dev.assay.core.metric;

import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Scores;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The rows of one label whose truth is known, from the highest score to the lowest: sorted once,
 * read by rank measures, curves and threshold sweeps alike. Rows of equal score stand in row order.
 * Immutable.
 */
public final class RankedScores {

  private final float[] scores;
  private final int[] rows;
  private final boolean[] positive;
  private final int positives;

  private RankedScores(float[] scores, int[] rows, boolean[] positive, int positives) {
    this.scores = scores;
    this.rows = rows;
    this.positive = positive;
    this.positives = positives;
  }

  /** The rows of one label; those where it is unknown are left out. */
  public static RankedScores of(Labels truth, Scores scores, int label) {
    return of(scores.column(label), truth.column(label), truth.size());
  }

  /**
   * The cells {@code (n, k)} of all labels as if of one label; each knows the row that it is from.
   *
   * @throws IllegalArgumentException for more than {@code 2^31 - 1} cells
   */
  public static RankedScores pooled(Labels truth, Scores scores) {
    int n = truth.size();
    int k = truth.schema().size();
    if ((long) n * k > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(n + " rows of " + k + " labels are too many to pool.");
    }
    float[] allScores = new float[n * k];
    byte[] allStates = new byte[n * k];
    for (int j = 0; j < k; j++) {
      System.arraycopy(scores.column(j), 0, allScores, j * n, n);
      System.arraycopy(truth.column(j), 0, allStates, j * n, n);
    }
    return of(allScores, allStates, n);
  }

  private static RankedScores of(float[] scores, byte[] states, int n) {
    long[] keyed = new long[scores.length];
    int known = 0;
    for (int cell = 0; cell < scores.length; cell++) {
      if (states[cell] != Labels.UNKNOWN) {
        keyed[known++] = DescendingSort.key(scores[cell]) | cell;
      }
    }
    long[] sorted = DescendingSort.sort(keyed, known);
    float[] sortedScores = new float[known];
    int[] rows = new int[known];
    boolean[] positive = new boolean[known];
    int positives = 0;
    for (int i = 0; i < known; i++) {
      int cell = (int) sorted[i];
      sortedScores[i] = scores[cell];
      rows[i] = cell < n ? cell : cell % n;
      positive[i] = states[cell] == Labels.POSITIVE;
      positives += positive[i] ? 1 : 0;
    }
    return new RankedScores(sortedScores, rows, positive, positives);
  }

  /** Those of the rows that are wanted, in the same order. */
  public RankedScores where(IntPredicate wanted) {
    float[] keptScores = new float[rows.length];
    int[] keptRows = new int[rows.length];
    boolean[] keptPositive = new boolean[rows.length];
    int kept = 0;
    int keptPositives = 0;
    for (int i = 0; i < rows.length; i++) {
      if (wanted.test(rows[i])) {
        keptScores[kept] = scores[i];
        keptRows[kept] = rows[i];
        keptPositive[kept++] = positive[i];
        keptPositives += positive[i] ? 1 : 0;
      }
    }
    return new RankedScores(
        Arrays.copyOf(keptScores, kept),
        Arrays.copyOf(keptRows, kept),
        Arrays.copyOf(keptPositive, kept),
        keptPositives);
  }

  /** How many rows are known. */
  public int size() {
    return scores.length;
  }

  /** How many of them have the label. */
  public int positives() {
    return positives;
  }

  /** The score at a rank; rank 0 is the highest. */
  public float score(int rank) {
    return scores[rank];
  }

  /** The row at a rank. */
  public int row(int rank) {
    return rows[rank];
  }

  /** Whether the row at a rank has the label. */
  public boolean isPositive(int rank) {
    return positive[rank];
  }
}
