package dev.assay.data.leak;

import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;

/**
 * Rows of a table whose features are equal although their group or time is not, such as a copy in
 * which the groups bear other names. Equal features alone say little, as quiet days are alike: a
 * row counts where at least {@link RowAgreement#LEAST_KNOWN} of its values are distinctive, held by
 * at most {@link NearDuplicates#COMMON_ABOVE} rows of the dataset.
 */
final class CopiesElsewhere {

  private final Dataset dataset;
  private final long[] places;

  /**
   * A search.
   *
   * @param places a hash of each row's group and time
   */
  CopiesElsewhere(Dataset dataset, long[] places) {
    this.dataset = dataset;
    this.places = places;
  }

  /** Adds the pairs, all of them exact. */
  void addTo(PairCollector pairs) {
    long[] contents = new long[places.length];
    int[] distinctive = new int[places.length];
    for (Column column : dataset.features().values()) {
      long[] hashes = new long[places.length];
      for (int row = 0; row < hashes.length; row++) {
        hashes[row] = column.hash(row);
        contents[row] = StableHash.combine(contents[row], hashes[row]);
      }
      countDistinctive(column, hashes, distinctive);
    }
    boolean[] absent = new boolean[places.length];
    for (int row = 0; row < absent.length; row++) {
      absent[row] = distinctive[row] < RowAgreement.LEAST_KNOWN;
    }
    Buckets.visit(contents.clone(), absent, (rows, size) -> addPairs(pairs, contents, rows, size));
  }

  private static void countDistinctive(Column column, long[] hashes, int[] distinctive) {
    boolean[] missing = new boolean[hashes.length];
    for (int row = 0; row < missing.length; row++) {
      missing[row] = column.isMissing(row);
      distinctive[row] += missing[row] ? 0 : 1;
    }
    Buckets.visit(
        hashes,
        missing,
        (rows, size) -> {
          for (int i = 0; size > NearDuplicates.COMMON_ABOVE && i < size; i++) {
            distinctive[rows[i]]--;
          }
        });
  }

  private void addPairs(PairCollector pairs, long[] contents, int[] rows, int size) {
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        boolean elsewhere = places[rows[i]] != places[rows[j]];
        if (elsewhere && contents[rows[i]] == contents[rows[j]]) {
          pairs.add(rows[i], rows[j], true);
        }
      }
    }
  }
}
