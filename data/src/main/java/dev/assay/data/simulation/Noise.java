package dev.assay.data.simulation;

import dev.assay.core.fingerprint.StableHash;

/**
 * Random numbers that are the same on every machine and in every version of Java, as hashes of a
 * seed and a counter. Not thread-safe.
 */
final class Noise {

  private final long seed;
  private long counter;

  Noise(long seed) {
    this.seed = StableHash.mix(seed + 1);
  }

  /** A stream of its own, independent of this one. */
  Noise fork(String name) {
    return new Noise(StableHash.of(name, seed));
  }

  /** Uniform in {@code [0, 1)}. */
  double uniform() {
    return StableHash.unit(StableHash.combine(seed, counter++));
  }

  /** Normal with mean 0 and deviation 1, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** Exponential with a mean. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }
}
