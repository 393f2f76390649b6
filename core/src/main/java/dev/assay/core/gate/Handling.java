package dev.assay.core.gate;

/**
 * How a gate deals with uncertainty.
 *
 * @param judgedBy what is held against the limit
 * @param inconclusive which way the gate falls when the evidence does not suffice
 */
public record Handling(JudgedBy judgedBy, Inconclusive inconclusive) {

  /** The figure itself is judged, and what is inconclusive holds. */
  public static final Handling DEFAULT = new Handling(JudgedBy.POINT, Inconclusive.HOLDS);
}
