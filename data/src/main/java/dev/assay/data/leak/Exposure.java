package dev.assay.data.leak;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import java.util.function.LongPredicate;

/**
 * Which rows of a dataset a bundle was trained on, by the hashes that the bundle carries.
 * Immutable.
 */
public final class Exposure {

  private final boolean[] exposed;
  private final int byId;
  private final int byContent;

  private Exposure(boolean[] exposed, int byId, int byContent) {
    this.exposed = exposed;
    this.byId = byId;
    this.byContent = byContent;
  }

  /**
   * Looks every row up.
   *
   * @param trainedIds whether the {@link StableHash} of an id is of the training data
   * @param trainedContents whether an {@link Dataset#inputHash} is of the training data
   */
  public static Exposure of(
      Dataset dataset, LongPredicate trainedIds, LongPredicate trainedContents) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  /** Whether a row was trained on. */
  public boolean isExposed(int row) {
    return exposed[row];
  }

  /** How many rows were trained on. */
  public int count() {
    return byId + byContent;
  }

  /** How many rows were trained on under their id. */
  public int byId() {
    return byId;
  }

  /** How many rows were not, but their content was. */
  public int byContent() {
    return byContent;
  }

  /** The rows that were not trained on, in row order. */
  public int[] unexposedRows() {
    throw new UnsupportedOperationException("Not there yet.");
  }
}
