package dev.assay.registry;

/** Which runs keep their objects, however little anything else needs them. */
public sealed interface Retention {

  /**
   * The latest runs.
   *
   * @param count how many, at least 0
   */
  record LastRuns(int count) implements Retention {
    /** Checks the count. */
    public LastRuns {
      if (count < 0) {
        throw new IllegalArgumentException("Runs to keep: " + count + ".");
      }
    }
  }

  /**
   * The runs that ended within the last days.
   *
   * @param count how many days of 24 hours, at least 0
   */
  record LastDays(int count) implements Retention {
    /** Checks the count. */
    public LastDays {
      if (count < 0) {
        throw new IllegalArgumentException("Days to keep: " + count + ".");
      }
    }
  }
}
