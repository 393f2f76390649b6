package dev.assay.core.fingerprint;

/**
 * A 64-bit hash that is the same on every machine and in every version: what assigns ids to parts
 * and recognises rows. FNV-1a over the value with the finaliser of SplitMix64 (Steele, Lea, Flood:
 * Fast splittable pseudorandom number generators, OOPSLA 2014), so that all bits are usable. Not
 * for security.
 */
public final class StableHash {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private StableHash() {}

  /** The hash of a string by its UTF-16 units. */
  public static long of(CharSequence value) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      hash = (hash ^ (unit & 0xff)) * FNV_PRIME;
      hash = (hash ^ (unit >>> 8)) * FNV_PRIME;
    }
    return mix(hash);
  }

  /** The hash of a string under a seed: independent of the hash under another seed. */
  public static long of(CharSequence value, long seed) {
    return mix(of(value) ^ mix(seed + 0x9e3779b97f4a7c15L));
  }

  /** A hash that depends on both, in this order. */
  public static long combine(long first, long second) {
    return mix(first * 0x9e3779b97f4a7c15L + second);
  }

  /** Spreads a number over all 64 bits. */
  public static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }

  /** The hash as a number in {@code [0, 1)}, uniform over hashes. */
  public static double unit(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }
}
