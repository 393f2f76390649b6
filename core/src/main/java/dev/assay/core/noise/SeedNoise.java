package dev.assay.core.noise;

import java.util.Locale;

/**
 * The smallest gain of a metric that is not noise of seeds.
 *
 * @param smallestGain in the metric's unit, {@code >= 0}; see {@link NoiseFloor#noise}
 * @param seeds how many seeds it was measured with, at least {@link NoiseFloor#LEAST_SEEDS}
 */
public record SeedNoise(double smallestGain, int seeds) {

  /** Checks the ranges. */
  public SeedNoise {
    if (!(smallestGain >= 0 && Double.isFinite(smallestGain))) {
      throw new IllegalArgumentException("The smallest gain cannot be " + smallestGain + ".");
    }
    if (seeds < NoiseFloor.LEAST_SEEDS) {
      throw new IllegalArgumentException("Noise of seeds measured with " + seeds + " of them.");
    }
  }

  /** Whether a change of the metric, gain or loss, may be due to the seed alone. */
  public boolean covers(double change) {
    return Math.abs(change) <= smallestGain;
  }

  /** The noise in words: {@code 0.018 over 5 seeds}. */
  public String words() {
    return String.format(Locale.ROOT, "%.3f over %d seeds", smallestGain, seeds);
  }
}
