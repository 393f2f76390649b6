package dev.assay.core.ledger;

/**
 * A closed range of differences of a metric, {@code low <= high}, such as an expectation {@code
 * 0.02..0.10} or a measured interval.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record EffectRange(double low, double high) {

  /** Checks that both ends are finite and in order. */
  public EffectRange {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException("No range of effects: " + low + ".." + high + ".");
    }
  }

  /** Whether a difference lies within, ends included. */
  public boolean contains(double difference) {
    return low <= difference && difference <= high;
  }

  /** Whether the two share a difference. */
  public boolean overlaps(EffectRange other) {
    return low <= other.high && other.low <= high;
  }
}
