package dev.assay.data.parts;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.problem.InvalidInputException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The units of {@code n} rows, numbered by ascending hash. Immutable. */
final class Units {

  private static final long GROUP = StableHash.of("group");
  private static final long BLOCK = StableHash.of("block");

  private final int[] unitOf;
  private final long[] hashes;

  private Units(int[] unitOf, long[] hashes) {
    this.unitOf = unitOf;
    this.hashes = hashes;
  }

  /**
   * The units of rows.
   *
   * @param idHashes the hash of each row's id
   */
  static Units of(Attributes attributes, PartsUnit unit, long[] idHashes) {
    long[] rowHashes =
        switch (unit) {
          case PartsUnit.ById byId -> idHashes;
          case PartsUnit.ByGroup byGroup -> groupHashes(attributes, idHashes);
          case PartsUnit.ByBlock byBlock -> blockHashes(attributes, byBlock.days());
        };
    long[] sorted = rowHashes.clone();
    Arrays.parallelSort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    long[] hashes = Arrays.copyOf(sorted, size);
    int[] unitOf = new int[rowHashes.length];
    Arrays.parallelSetAll(unitOf, row -> Arrays.binarySearch(hashes, rowHashes[row]));
    return new Units(unitOf, hashes);
  }

  private static long[] groupHashes(Attributes attributes, long[] idHashes) {
    CategoricalColumn group =
        attributes
            .group()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "data.group", "parts by group need a group column.", "Declare group."));
    long[] hashes = new long[idHashes.length];
    for (int row = 0; row < hashes.length; row++) {
      hashes[row] =
          group.isMissing(row) ? idHashes[row] : StableHash.combine(GROUP, group.hash(row));
    }
    return hashes;
  }

  private static long[] blockHashes(Attributes attributes, int days) {
    TimeColumn time =
        attributes
            .time()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "data.time", "parts by block need a time column.", "Declare time."));
    @Nullable CategoricalColumn group = attributes.group().orElse(null);
    long[] hashes = new long[attributes.size()];
    for (int row = 0; row < hashes.length; row++) {
      long block = Math.floorDiv(time.epochDay(row), days);
      long groupHash = group == null ? 0 : group.hash(row);
      hashes[row] = StableHash.combine(StableHash.combine(BLOCK, groupHash), block);
    }
    return hashes;
  }

  int count() {
    return hashes.length;
  }

  int of(int row) {
    return unitOf[row];
  }

  long hash(int unit) {
    return hashes[unit];
  }
}
