package dev.assay.data.parts;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.TextColumn;
import dev.assay.data.leak.Duplicates;
import java.util.Arrays;

/**
 * Which rows belong together across units: near-duplicates, and derived examples with their origin.
 * Stored as adjacency lists, so that memory is in proportion to the links. Immutable.
 */
final class Links {

  private final int[] start;
  private final int[] neighbours;

  private Links(int[] start, int[] neighbours) {
    this.start = start;
    this.neighbours = neighbours;
  }

  static Links of(Attributes attributes, long[] idHashes, Duplicates duplicates) {
    int n = attributes.size();
    int[] originRow = originRows(attributes, idHashes);
    int[] start = new int[n + 1];
    for (int pair = 0; pair < duplicates.size(); pair++) {
      start[duplicates.first(pair) + 1]++;
      start[duplicates.second(pair) + 1]++;
    }
    for (int row = 0; row < n; row++) {
      if (originRow[row] >= 0) {
        start[row + 1]++;
        start[originRow[row] + 1]++;
      }
    }
    for (int row = 0; row < n; row++) {
      start[row + 1] += start[row];
    }
    int[] next = start.clone();
    int[] neighbours = new int[start[n]];
    for (int pair = 0; pair < duplicates.size(); pair++) {
      int first = duplicates.first(pair);
      int second = duplicates.second(pair);
      neighbours[next[first]++] = second;
      neighbours[next[second]++] = first;
    }
    for (int row = 0; row < n; row++) {
      if (originRow[row] >= 0) {
        neighbours[next[row]++] = originRow[row];
        neighbours[next[originRow[row]]++] = row;
      }
    }
    return new Links(start, neighbours);
  }

  /** The row of each row's origin, or -1 where it has none among the rows. */
  private static int[] originRows(Attributes attributes, long[] idHashes) {
    int[] rows = new int[attributes.size()];
    Arrays.fill(rows, -1);
    if (attributes.origin().isEmpty()) {
      return rows;
    }
    TextColumn origin = attributes.origin().get();
    long[] sorted = idHashes.clone();
    Arrays.parallelSort(sorted);
    int[] rowOf = new int[sorted.length];
    for (int row = 0; row < rows.length; row++) {
      rowOf[Arrays.binarySearch(sorted, idHashes[row])] = row;
    }
    for (int row = 0; row < rows.length; row++) {
      String id = origin.value(row);
      int found = id == null ? -1 : Arrays.binarySearch(sorted, PartsRecord.idHash(id));
      if (found >= 0 && rowOf[found] != row) {
        rows[row] = rowOf[found];
      }
    }
    return rows;
  }

  /** How many neighbours a row has. */
  int count(int row) {
    return start[row + 1] - start[row];
  }

  /** A neighbour of a row. */
  int neighbour(int row, int index) {
    return neighbours[start[row] + index];
  }
}
