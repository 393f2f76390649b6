package dev.assay.core.threshold;

/**
 * Where a cut may lie.
 *
 * @param low the lowest cut allowed, {@code >= 0}
 * @param high the highest cut allowed, {@code <= 1}
 */
public record Bounds(double low, double high) {

  /** Any cut. */
  public static final Bounds ANY = new Bounds(0, 1);

  /** Refuses bounds that are not in {@code [0, 1]} or cross. */
  public Bounds {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "Bounds lie in [0, 1], low before high, not " + low + ".." + high + ".");
    }
  }

  /** Whether a cut is allowed. */
  public boolean contains(double cut) {
    return cut >= low && cut <= high;
  }

  /** The allowed cut nearest to one. */
  public double nearest(double cut) {
    return Math.min(high, Math.max(low, cut));
  }
}
