package dev.assay.text.torch;

/**
 * The buckets of distances between tokens, as T5 has them and MPNet after it (Raffel et al., 2020):
 * half of the buckets for each direction, of these the nearer half one a distance, the others by
 * the logarithm up to a distance of 128.
 */
final class RelativeBuckets {

  private static final int FARTHEST = 128;

  private RelativeBuckets() {}

  /**
   * The bucket of each pair of places, {@code (length, length)} in row-major order: from the place
   * of the query to that of the key.
   */
  static long[] of(int length, int buckets) {
    long[] found = new long[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = 0; key < length; key++) {
        found[query * length + key] = bucket(key - query, buckets / 2);
      }
    }
    return found;
  }

  private static long bucket(int distance, int half) {
    int exact = half / 2;
    int far = Math.abs(distance);
    int bucket = far;
    if (far >= exact) {
      double share = Math.log((double) far / exact) / Math.log((double) FARTHEST / exact);
      bucket = Math.min(half - 1, exact + (int) (share * (half - exact)));
    }
    return distance > 0 ? half + bucket : bucket;
  }
}
