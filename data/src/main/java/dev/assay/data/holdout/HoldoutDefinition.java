package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;

/** Which rows a holdout is made of. */
public sealed interface HoldoutDefinition {

  /** The name of the holdout in the experiment. */
  String name();

  /**
   * The last days of the data, cut out of training.
   *
   * @param name the name of the holdout
   * @param days how many days up to and including the as-of day, at least 1
   */
  record Rolling(String name, int days) implements HoldoutDefinition {
    /** Checks name and days. */
    public Rolling {
      checkName(name);
      if (days < 1) {
        throw new IllegalArgumentException("'" + name + "' has at least one day, not " + days);
      }
    }
  }

  /**
   * A snapshot that stays the same from run to run.
   *
   * @param name the name of the holdout
   * @param examples the snapshot
   * @param fileHash the SHA-256 of the file that it was read from: its identity
   */
  record Frozen(String name, Dataset examples, String fileHash) implements HoldoutDefinition {
    /** Checks the name. */
    public Frozen {
      checkName(name);
    }
  }

  private static void checkName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A holdout needs a name.");
    }
  }
}
