package dev.assay.data.leak;

/**
 * One leak.
 *
 * @param trainId the id of the row in training
 * @param otherId the id of the row in the set that judges
 * @param kind how the two agree
 */
public record LeakPair(String trainId, String otherId, LeakKind kind) {

  /** The pair as one line. */
  @Override
  public String toString() {
    return kind == LeakKind.SAME_ID
        ? "'" + trainId + "' (" + kind.words() + ")"
        : "'" + trainId + "' and '" + otherId + "' (" + kind.words() + ")";
  }
}
