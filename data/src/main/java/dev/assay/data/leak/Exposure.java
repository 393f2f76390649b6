package dev.assay.data.leak;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Which rows of a dataset a bundle was trained on, by the hashes that the bundle carries. A content
 * that more than {@link NearDuplicates#COMMON_ABOVE} rows of the dataset share identifies nobody
 * and does not count; an id always does. Immutable.
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
    boolean[] exposed = new boolean[dataset.size()];
    long[] contents = dataset.inputHashes();
    boolean[] common = common(contents);
    int byId = 0;
    int byContent = 0;
    for (int row = 0; row < exposed.length; row++) {
      if (trainedIds.test(StableHash.of(dataset.attributes().id(row)))) {
        exposed[row] = true;
        byId++;
      } else if (!common[row] && trainedContents.test(contents[row])) {
        exposed[row] = true;
        byContent++;
      }
    }
    return new Exposure(exposed, byId, byContent);
  }

  private static boolean[] common(long[] contents) {
    boolean[] common = new boolean[contents.length];
    Buckets.visit(
        contents.clone(),
        new boolean[contents.length],
        (rows, size) -> {
          for (int i = 0; i < size && size > NearDuplicates.COMMON_ABOVE; i++) {
            common[rows[i]] = true;
          }
        });
    return common;
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
    return IntStream.range(0, exposed.length).filter(row -> !exposed[row]).toArray();
  }
}
