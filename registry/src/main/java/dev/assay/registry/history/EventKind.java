package dev.assay.registry.history;

/** What happened to the place of the champion. */
public enum EventKind {
  /** The first champion, which Assay trained itself. */
  BASELINE,
  /** A candidate passed its gates and took the place. */
  PROMOTE,
  /** A candidate did not take the place. */
  HOLD,
  /** A candidate took the place against its verdict, or without one, for a stated reason. */
  FORCED_PROMOTE,
  /** The former champion took its place back. */
  ROLLBACK
}
