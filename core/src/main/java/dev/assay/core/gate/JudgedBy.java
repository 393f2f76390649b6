package dev.assay.core.gate;

/** What of a figure is held against a limit. */
public enum JudgedBy {
  /** The figure itself, whatever its uncertainty. */
  POINT,
  /**
   * The whole of its interval: it passes where all of it is within the limit, fails where none of
   * it is, and is inconclusive where the limit lies inside. Against the champion this is a test of
   * non-inferiority or superiority at {@code (1 + level) / 2}, 97.5% for an interval of 95%.
   */
  BOUND
}
