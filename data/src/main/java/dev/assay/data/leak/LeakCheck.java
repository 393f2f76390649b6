package dev.assay.data.leak;

import dev.assay.core.example.Dataset;

/** Looks for rows of a set that judges in training. */
public final class LeakCheck {

  private LeakCheck() {}

  /**
   * Compares two datasets of the same features.
   *
   * @param train what is trained on
   * @param otherName the name of the other set, for the report
   * @param other what judges
   */
  public static LeakReport check(Dataset train, String otherName, Dataset other) {
    throw new UnsupportedOperationException("Not there yet.");
  }
}
