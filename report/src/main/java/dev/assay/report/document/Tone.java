package dev.assay.report.document;

/** How a statement is meant; shown by colour and by word, never by colour alone. */
public enum Tone {
  /** As it should be. */
  GOOD,
  /** Not as it should be. */
  BAD,
  /** Undecided, or to be looked at. */
  WARNING,
  /** A plain statement. */
  NEUTRAL
}
