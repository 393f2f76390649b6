package dev.assay.core.statistics;

import dev.assay.core.fingerprint.StableHash;

/**
 * The weights of bootstrap replicates: replicate {@code b} draws as many clusters as there are,
 * with replacement. The draw depends on seed and {@code b} alone, so that replicates can be made in
 * any order, on any number of threads and on any machine, and need not be kept.
 *
 * <p>The stream is SplitMix64 (Steele, Lea, Flood, OOPSLA 2014); a draw below {@code count} takes
 * the high word of the product, whose bias is at most {@code count / 2^64}.
 */
final class Resamples {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private Resamples() {}

  /** How often each of {@code count} clusters was drawn in a replicate. */
  static int[] weights(int count, long seed, int replicate) {
    int[] weights = new int[count];
    long state = StableHash.combine(StableHash.mix(seed + GOLDEN_GAMMA), replicate);
    for (int i = 0; i < count; i++) {
      state += GOLDEN_GAMMA;
      weights[(int) Math.unsignedMultiplyHigh(StableHash.mix(state), count)]++;
    }
    return weights;
  }
}
