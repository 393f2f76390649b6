package dev.assay.data.leak;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import java.util.Random;

/**
 * Near-duplicates of a table. Rows of one place (group and time) that has few of them are compared
 * each with each; larger places are divided by locality-sensitive hashing over random subsets of
 * columns with rounded values (Indyk, Motwani: Approximate nearest neighbors, STOC 1998).
 */
final class TableSearch {

  /** Up to here a bucket is compared each row with each. */
  private static final int SMALL_BUCKET = 48;

  /**
   * Tables over few columns: a pair that differs in one column in ten meets in two of five tables,
   * so that all ten miss it less than once in a hundred times. Each has its own columns and
   * borders.
   */
  private static final int NARROW_TABLES = 10;

  /** Half of the columns and never more than eight are in a narrow table. */
  private static final int NARROW_COLUMNS = 8;

  /**
   * Tables over most columns: for coarse columns, of which few would leave the buckets too large.
   */
  private static final int WIDE_TABLES = 5;

  private static final double WIDE_SHARE = 0.8;

  /** A cell of 30 tolerances divides two agreeing numbers at most once in 30 times. */
  private static final int CELL = 30;

  private static final long SEED = 20_240_607L;

  private final Dataset dataset;
  private final long[] places;
  private final long[] contents;
  private final RowAgreement agreement;
  private final PairCollector pairs;
  private final boolean[] common;

  TableSearch(Dataset dataset, long[] places) {
    this.dataset = dataset;
    this.places = places;
    contents = dataset.inputHashes();
    agreement = new RowAgreement(dataset);
    pairs = new PairCollector(dataset.size());
    common = new boolean[dataset.size()];
  }

  Duplicates search() {
    markCommon();
    boolean[] crowded = new boolean[places.length];
    Buckets.visit(
        places.clone(),
        common,
        (rows, size) -> {
          if (size <= SMALL_BUCKET) {
            compare(rows, size);
          } else {
            for (int i = 0; i < size; i++) {
              crowded[rows[i]] = true;
            }
          }
        });
    searchCrowded(crowded);
    new CopiesElsewhere(dataset, places).addTo(pairs);
    return pairs.toDuplicates(common);
  }

  /** Marks contents that too many rows share, wherever they are. */
  private void markCommon() {
    Buckets.visit(
        contents.clone(),
        new boolean[contents.length],
        (rows, size) -> {
          if (size > NearDuplicates.COMMON_ABOVE) {
            for (int i = 0; i < size; i++) {
              common[rows[i]] = true;
            }
          }
        });
  }

  private void searchCrowded(boolean[] crowded) {
    boolean[] absent = new boolean[crowded.length];
    int present = 0;
    for (int row = 0; row < absent.length; row++) {
      absent[row] = !crowded[row];
      present += crowded[row] ? 1 : 0;
    }
    if (present == 0 || agreement.columns() < RowAgreement.LEAST_KNOWN) {
      return;
    }
    long[] exactKeys = places.clone();
    for (int row = 0; row < exactKeys.length; row++) {
      exactKeys[row] = StableHash.combine(exactKeys[row], contents[row]);
    }
    Buckets.visit(exactKeys, absent, this::compare);
    Random random = new Random(SEED);
    int columns = agreement.columns();
    int narrow = Math.min(NARROW_COLUMNS, Math.max(RowAgreement.LEAST_KNOWN, columns / 2));
    int wide = (int) Math.round(WIDE_SHARE * columns);
    for (int table = 0; table < NARROW_TABLES; table++) {
      Buckets.visit(keys(random, Math.min(columns, narrow)), absent, this::compareIfSmall);
    }
    for (int table = 0; table < WIDE_TABLES && wide > narrow; table++) {
      Buckets.visit(keys(random, wide), absent, this::compareIfSmall);
    }
  }

  /** The keys of one table: place and rounded values of a random subset of columns. */
  private long[] keys(Random random, int subset) {
    int columns = agreement.columns();
    int[] order = random.ints(0, columns).distinct().limit(columns).toArray();
    long[] keys = places.clone();
    for (int i = 0; i < subset; i++) {
      agreement.addToKeys(keys, order[i], CELL, random.nextDouble());
    }
    return keys;
  }

  /**
   * Larger buckets hold rows that are alike in most of their columns by nature; what are copies
   * among them meet in other tables or, when equal, by their content.
   */
  private void compareIfSmall(int[] rows, int size) {
    if (size <= SMALL_BUCKET) {
      compare(rows, size);
    }
  }

  private void compare(int[] rows, int size) {
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        int row = rows[i];
        int other = rows[j];
        if (places[row] == places[other] && agreement.isNearDuplicate(row, other)) {
          pairs.add(row, other, contents[row] == contents[other]);
        }
      }
    }
  }
}
