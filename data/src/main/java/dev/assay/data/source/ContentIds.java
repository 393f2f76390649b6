package dev.assay.data.source;

import dev.assay.core.example.Column;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.fingerprint.StableHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes ids out of the content of rows, whatever the order of their columns: 16 hexadecimal digits,
 * with {@code -2}, {@code -3} ... for further rows of the same content.
 */
final class ContentIds {

  private final long[] hashes;

  ContentIds(int rows) {
    this.hashes = new long[rows];
  }

  /** Adds a column to the content. */
  void add(String name, Column column) {
    long nameHash = StableHash.of(name);
    for (int row = 0; row < hashes.length; row++) {
      if (!column.isMissing(row)) {
        hashes[row] += StableHash.combine(nameHash, column.hash(row));
      }
    }
  }

  /** Adds the time to the content. */
  void add(TimeColumn time) {
    for (int row = 0; row < hashes.length; row++) {
      hashes[row] += StableHash.mix(time.epochSecond(row));
    }
  }

  /** The ids in row order. */
  List<String> ids() {
    Map<Long, Integer> occurrences = repeated();
    HexFormat hex = HexFormat.of();
    List<String> ids = new ArrayList<>(hashes.length);
    for (long hash : hashes) {
      String id = hex.toHexDigits(hash);
      if (occurrences.containsKey(hash)) {
        int occurrence = occurrences.merge(hash, 1, Integer::sum);
        id = occurrence == 1 ? id : id + "-" + occurrence;
      }
      ids.add(id);
    }
    return ids;
  }

  private Map<Long, Integer> repeated() {
    long[] sorted = hashes.clone();
    Arrays.parallelSort(sorted);
    Map<Long, Integer> repeated = new HashMap<>();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        repeated.put(sorted[i], 0);
      }
    }
    return repeated;
  }
}
