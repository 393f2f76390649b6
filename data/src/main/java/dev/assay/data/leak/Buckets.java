package dev.assay.data.leak;

import java.util.Arrays;

/**
 * Rows with the same key side by side. Key and row share one long, so that sorting moves eight
 * bytes a row: the key keeps its upper {@code 64 - bits(n)} bits, and two keys that differ in the
 * others only meet in one bucket, which costs a comparison and never a wrong pair. Rows of a bucket
 * are in ascending order.
 */
final class Buckets {

  /** Told the rows of each bucket of at least two. */
  @FunctionalInterface
  interface Visitor {
    /** Rows {@code rows[0..size)}; the array is used again afterwards. */
    void visit(int[] rows, int size);
  }

  private Buckets() {}

  /**
   * Visits the buckets of at least two rows.
   *
   * @param keys the key of each row, overwritten
   * @param absent rows that are in no bucket
   */
  static void visit(long[] keys, boolean[] absent, Visitor visitor) {
    int rowBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(keys.length));
    long rowMask = (1L << rowBits) - 1;
    int size = 0;
    for (int row = 0; row < keys.length; row++) {
      if (!absent[row]) {
        keys[size++] = (keys[row] & ~rowMask) | row;
      }
    }
    Arrays.parallelSort(keys, 0, size);
    int[] rows = new int[16];
    int start = 0;
    while (start < size) {
      int end = start + 1;
      while (end < size && (keys[end] & ~rowMask) == (keys[start] & ~rowMask)) {
        end++;
      }
      if (end - start > 1) {
        if (rows.length < end - start) {
          rows = new int[Math.max(end - start, 2 * rows.length)];
        }
        for (int i = start; i < end; i++) {
          rows[i - start] = (int) (keys[i] & rowMask);
        }
        visitor.visit(rows, end - start);
      }
      start = end;
    }
  }
}
