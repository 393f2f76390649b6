package dev.assay.core.metric;

/**
 * Sorts numbers from high to low, stably, in time linear in their number: a radix sort on the bits
 * of the floats, turned so that they are in the order of the numbers.
 */
public final class DescendingSort {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 3;
  private static final int BUCKETS = 1 << DIGIT_BITS;

  private DescendingSort() {}

  /**
   * The upper half of a sort key, which is lower as an unsigned number the higher the score is; the
   * lower half is free for an index.
   *
   * @param score any number but NaN
   */
  public static long key(float score) {
    // Adding 0 turns the -0 that a trainer may give into 0, which equals it and must tie with it.
    int bits = Float.floatToRawIntBits(score + 0f);
    // The bits of numbers below 0 rise as the numbers fall, and their sign bit is above the
    // others'.
    int ascending = bits ^ ((bits >> (Integer.SIZE - 1)) | Integer.MIN_VALUE);
    return (long) ~ascending << Integer.SIZE;
  }

  /**
   * Sorts the first keys by their upper halves.
   *
   * @param keys used up
   * @param count how many of them to sort
   * @return an array that begins with the sorted keys
   */
  public static long[] sort(long[] keys, int count) {
    int[][] starts = new int[DIGITS][BUCKETS];
    for (int i = 0; i < count; i++) {
      long key = keys[i];
      for (int digit = 0; digit < DIGITS; digit++) {
        starts[digit][bucket(key, digit)]++;
      }
    }
    long[] from = keys;
    long[] to = new long[count];
    for (int digit = 0; digit < DIGITS; digit++) {
      int[] next = starts[digit];
      int start = 0;
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        int size = next[bucket];
        next[bucket] = start;
        start += size;
      }
      for (int i = 0; i < count; i++) {
        long key = from[i];
        to[next[bucket(key, digit)]++] = key;
      }
      long[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private static int bucket(long key, int digit) {
    return (int) (key >>> (Integer.SIZE + digit * DIGIT_BITS)) & (BUCKETS - 1);
  }
}
