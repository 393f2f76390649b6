package dev.assay.core.gate;

/** What the verdict of a run came to. */
public enum Decision {
  /** The candidate takes the champion's place. */
  PROMOTE,
  /** The champion stays. */
  HOLD
}
