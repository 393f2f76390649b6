package dev.assay.data.leak;

import java.util.Arrays;

/**
 * Collects pairs of rows, each once, packed into longs; not thread-safe. The memory is in
 * proportion to the pairs found, repeated ones included.
 */
final class PairCollector {

  private static final long EXACT = 1L;

  private final int rows;
  private long[] packed = new long[1024];
  private int size;

  PairCollector(int rows) {
    this.rows = rows;
  }

  /** Adds a pair; the exact ones first, as of equal pairs the exact one counts. */
  void add(int row, int other, boolean exact) {
    if (size == packed.length) {
      // What several tables found again is forgotten before more memory is asked for.
      size = distinct();
      if (size > packed.length / 2) {
        packed = Arrays.copyOf(packed, 2 * packed.length);
      }
    }
    long first = Math.min(row, other);
    long second = Math.max(row, other);
    packed[size++] = first << 32 | second << 1 | (exact ? 0 : EXACT);
  }

  private int distinct() {
    Arrays.parallelSort(packed, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || packed[i] >>> 1 != packed[kept - 1] >>> 1) {
        packed[kept++] = packed[i];
      }
    }
    return kept;
  }

  /**
   * The pairs, without those of a row with more partners than {@link NearDuplicates#COMMON_ABOVE}.
   *
   * @param common rows that are known to be common already
   */
  Duplicates toDuplicates(boolean[] common) {
    size = distinct();
    int[] partners = new int[rows];
    for (int i = 0; i < size; i++) {
      partners[first(i)]++;
      partners[second(i)]++;
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!isCommon(partners[first(i)]) && !isCommon(partners[second(i)])) {
        packed[kept++] = packed[i];
      }
    }
    int[] first = new int[kept];
    int[] second = new int[kept];
    boolean[] exact = new boolean[kept];
    for (int i = 0; i < kept; i++) {
      first[i] = first(i);
      second[i] = second(i);
      exact[i] = (packed[i] & EXACT) == 0;
    }
    boolean[] commonRows = common.clone();
    for (int row = 0; row < rows; row++) {
      commonRows[row] |= isCommon(partners[row]);
    }
    return new Duplicates(first, second, exact, commonRows);
  }

  /** A content of {@code COMMON_ABOVE} rows gives each of them one partner less. */
  private static boolean isCommon(int partners) {
    return partners >= NearDuplicates.COMMON_ABOVE;
  }

  private int first(int i) {
    return (int) (packed[i] >>> 32);
  }

  private int second(int i) {
    return (int) (packed[i] >>> 1) & Integer.MAX_VALUE;
  }
}
