package dev.assay.core.gate;

/** Which way a gate falls when its check is inconclusive. */
public enum Inconclusive {
  /** The candidate is held. */
  HOLDS,
  /** The gate stands in nobody's way. */
  PASSES
}
