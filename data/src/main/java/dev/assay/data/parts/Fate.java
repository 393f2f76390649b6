package dev.assay.data.parts;

/** What became of a row when parts were assigned. */
public enum Fate {
  /** It is in its part. */
  KEPT,
  /** Its label or features look into a row of a part that judges, so it is left out. */
  PURGED,
  /** Under a given split it repeats a row of a part that judges, so it is left out. */
  DROPPED_LEAKING,
  /** It is new and links two parts, so it is in none. */
  QUARANTINED
}
