package dev.assay.data.source;

import dev.assay.core.fingerprint.StableHash;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds ids that stand twice, holding strings only of the few that may. */
final class DuplicateIds {

  private DuplicateIds() {}

  static void report(List<String> ids, RowLocations locations, RowProblems problems) {
    long[] hashes = new long[ids.size()];
    for (int row = 0; row < hashes.length; row++) {
      hashes[row] = StableHash.of(ids.get(row));
    }
    Set<Long> repeated = repeated(hashes);
    if (repeated.isEmpty()) {
      return;
    }
    Map<String, Integer> first = new HashMap<>();
    for (int row = 0; row < hashes.length; row++) {
      String id = ids.get(row);
      if (!id.isEmpty() && repeated.contains(hashes[row])) {
        Integer earlier = first.putIfAbsent(id, row);
        if (earlier != null) {
          problems.add(
              row,
              "the id '" + id + "' stands already at " + locations.where(earlier) + ".",
              "Every row needs an id of its own.");
        }
      }
    }
  }

  private static Set<Long> repeated(long[] hashes) {
    long[] sorted = hashes.clone();
    Arrays.parallelSort(sorted);
    Set<Long> repeated = new HashSet<>();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        repeated.add(sorted[i]);
      }
    }
    return repeated;
  }
}
