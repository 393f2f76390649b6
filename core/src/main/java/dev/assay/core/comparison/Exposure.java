package dev.assay.core.comparison;

/** What is known of rows that a side of the comparison was trained on. */
public sealed interface Exposure {

  /**
   * Both sides recorded what they were trained on; such rows have left the comparison.
   *
   * @param removedCandidate how many rows the candidate was trained on
   * @param removedChampion how many rows the champion was trained on; a row of both counts in both
   */
  record Known(long removedCandidate, long removedChampion) implements Exposure {
    /** Refuses negative counts. */
    public Known {
      if (removedCandidate < 0 || removedChampion < 0) {
        throw new IllegalArgumentException(
            "Rows removed: " + removedCandidate + ", " + removedChampion + ".");
      }
    }
  }

  /**
   * A side comes from elsewhere and may have been trained on any row.
   *
   * @param reason whose training is unknown, in words
   */
  record Unknown(String reason) implements Exposure {
    /** Refuses a blank reason. */
    public Unknown {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("An unknown exposure needs a reason.");
      }
    }
  }
}
