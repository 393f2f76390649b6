package dev.assay.data.holdout;

/**
 * How far the distribution of a feature in recent data is from that in a holdout.
 *
 * @param feature the feature
 * @param psi the population stability index, at least 0: below 0.1 nothing to speak of, above 0.25
 *     another distribution
 */
public record FeatureDrift(String feature, double psi) {
  /** Checks the range. */
  public FeatureDrift {
    if (!(psi >= 0)) {
      throw new IllegalArgumentException("The index of '" + feature + "' is " + psi + ".");
    }
  }
}
