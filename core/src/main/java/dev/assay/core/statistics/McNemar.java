package dev.assay.core.statistics;

/**
 * McNemar's test of two bundles that decide on the same independent rows (Psychometrika 12, 1947).
 * Only rows that one of them gets right and the other wrong count: where neither is better, each of
 * these falls to either side like a fair coin. It asks about accuracy, not about F1, and takes rows
 * that depend on each other for more evidence than they are; the intervals of a comparison do not.
 *
 * @param onlyCandidate rows that the candidate alone gets right, {@code >= 0}
 * @param onlyChampion rows that the champion alone gets right, {@code >= 0}
 */
public record McNemar(long onlyCandidate, long onlyChampion) {

  /** Refuses negative counts. */
  public McNemar {
    if (onlyCandidate < 0 || onlyChampion < 0) {
      throw new IllegalArgumentException(
          "Rows that one side alone gets right: " + onlyCandidate + ", " + onlyChampion + ".");
    }
  }

  /**
   * The exact two-sided p-value: twice the smaller binomial tail, at most 1. Its true rate of false
   * alarms is below the nominal one, the more so the fewer rows differ.
   */
  public double exact() {
    return Math.min(1, 2 * atMost(smaller()));
  }

  /**
   * The two-sided mid-p-value, in which the outcome itself counts half: nearer to the nominal rate
   * than {@link #exact()} and hardly ever above it (Fagerland, Lydersen, Laake: The McNemar test
   * for binary matched-pairs data, BMC Medical Research Methodology 13, 2013). 1 where both sides
   * are as often alone.
   */
  public double midP() {
    return onlyCandidate == onlyChampion ? 1 : atMost(smaller()) + atMost(smaller() - 1);
  }

  private double atMost(long alone) {
    return Binomial.atMost(alone, onlyCandidate + onlyChampion, 0.5);
  }

  private long smaller() {
    return Math.min(onlyCandidate, onlyChampion);
  }
}
