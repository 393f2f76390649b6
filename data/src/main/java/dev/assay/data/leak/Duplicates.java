package dev.assay.data.leak;

/**
 * Pairs of rows of one dataset of {@code n} rows that say the same, or nearly. Each pair is there
 * once, its smaller row first; ordered by first row, then second. Immutable.
 */
public final class Duplicates {

  private static final Duplicates NONE =
      new Duplicates(new int[0], new int[0], new boolean[0], new boolean[0]);

  private final int[] first;
  private final int[] second;
  private final boolean[] exact;
  private final boolean[] common;

  Duplicates(int[] first, int[] second, boolean[] exact, boolean[] common) {
    this.first = first;
    this.second = second;
    this.exact = exact;
    this.common = common;
  }

  /** No pairs: rows that were not searched, on purpose. */
  public static Duplicates none() {
    return NONE;
  }

  /** How many pairs there are. */
  public int size() {
    return first.length;
  }

  /** The smaller row of a pair. */
  public int first(int pair) {
    return first[pair];
  }

  /** The greater row of a pair. */
  public int second(int pair) {
    return second[pair];
  }

  /** Whether the rows of a pair have the same inputs (for texts: after normalisation). */
  public boolean isExact(int pair) {
    return exact[pair];
  }

  /**
   * How many rows have a content that more than {@link NearDuplicates#COMMON_ABOVE} rows share;
   * such a content identifies nobody, and its rows are in no pair.
   */
  public int commonRows() {
    int count = 0;
    for (boolean one : common) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /** Whether a row is one of the {@link #commonRows}. */
  public boolean isCommon(int row) {
    return row < common.length && common[row];
  }
}
