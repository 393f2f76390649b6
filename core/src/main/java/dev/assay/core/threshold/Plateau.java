package dev.assay.core.threshold;

/**
 * Neighbouring cuts of equal merit.
 *
 * @param merit how good they are
 * @param low the lower end of the cuts
 * @param high the highest of the cuts
 */
record Plateau(double merit, double low, double high) {

  /** The middle of the plateau. */
  double cut() {
    return low + (high - low) / 2;
  }

  private double width() {
    return high - low;
  }

  /** Whether this is the one to choose from: better, or as good and wider. */
  boolean beats(Plateau other) {
    return merit > other.merit || (merit == other.merit && width() > other.width());
  }
}
