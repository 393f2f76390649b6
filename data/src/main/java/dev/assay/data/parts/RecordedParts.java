package dev.assay.data.parts;

import dev.assay.core.fingerprint.Sha256;
import java.util.Arrays;
import java.util.Optional;

/**
 * Hashes with the part and the batch of each: 12 bytes an entry, sorted by hash. Two of 3,000,000
 * ids share a 64-bit hash with a chance of 2.4e-7; they would share a part, which does no harm.
 */
final class RecordedParts {

  static final RecordedParts NONE = new RecordedParts(new long[0], new int[0]);

  private static final int PART_BITS = 2;

  /** The part of each code; codes are on disk and never change. */
  private static final Part[] PARTS = {Part.TRAIN, Part.VALIDATION, Part.TEST};

  private final long[] hashes;
  private final int[] entries;

  /** Takes over distinct hashes in ascending order and the entry of each. */
  RecordedParts(long[] hashes, int[] entries) {
    for (int i = 0; i < hashes.length; i++) {
      if (i > 0 && hashes[i - 1] >= hashes[i]) {
        throw new IllegalArgumentException("Hashes are not in ascending order.");
      }
      if (entries[i] < 0 || (entries[i] & 3) >= PARTS.length) {
        throw new IllegalArgumentException("Entry " + entries[i] + " is none.");
      }
    }
    this.hashes = hashes;
    this.entries = entries;
  }

  static int entry(Part part, int batch) {
    return batch << PART_BITS | code(part);
  }

  private static int code(Part part) {
    return switch (part) {
      case TRAIN -> 0;
      case VALIDATION -> 1;
      case TEST -> 2;
    };
  }

  int size() {
    return hashes.length;
  }

  long hash(int index) {
    return hashes[index];
  }

  int entry(int index) {
    return entries[index];
  }

  Part part(int index) {
    return PARTS[entries[index] & 3];
  }

  int batch(int index) {
    return entries[index] >>> PART_BITS;
  }

  /** The position of a hash, or a negative number. */
  int find(long hash) {
    return Arrays.binarySearch(hashes, hash);
  }

  Optional<Part> part(long hash) {
    int index = find(hash);
    return index < 0 ? Optional.empty() : Optional.of(part(index));
  }

  /**
   * These and new ones. A hash that is there already keeps its entry; of equal new hashes the first
   * one counts.
   *
   * @param addedParts the part of each added hash
   * @param batch the batch that the added hashes were first seen in
   */
  RecordedParts plus(long[] added, Part[] addedParts, int batch) {
    long[] sorted = added.clone();
    Arrays.parallelSort(sorted);
    int[] sortedEntries = new int[sorted.length];
    for (int i = added.length - 1; i >= 0; i--) {
      sortedEntries[firstOf(sorted, added[i])] = entry(addedParts[i], batch);
    }
    long[] mergedHashes = new long[hashes.length + sorted.length];
    int[] mergedEntries = new int[mergedHashes.length];
    int size = 0;
    int old = 0;
    for (int i = 0; i < sorted.length; i++) {
      while (old < hashes.length && hashes[old] < sorted[i]) {
        mergedHashes[size] = hashes[old];
        mergedEntries[size++] = entries[old++];
      }
      boolean known = old < hashes.length && hashes[old] == sorted[i];
      boolean repeated = i > 0 && sorted[i - 1] == sorted[i];
      if (!known && !repeated) {
        mergedHashes[size] = sorted[i];
        mergedEntries[size++] = sortedEntries[i];
      }
    }
    while (old < hashes.length) {
      mergedHashes[size] = hashes[old];
      mergedEntries[size++] = entries[old++];
    }
    return new RecordedParts(Arrays.copyOf(mergedHashes, size), Arrays.copyOf(mergedEntries, size));
  }

  private static int firstOf(long[] sorted, long hash) {
    int index = Arrays.binarySearch(sorted, hash);
    while (index > 0 && sorted[index - 1] == hash) {
      index--;
    }
    return index;
  }

  int count(Part part) {
    int count = 0;
    for (int entry : entries) {
      count += (entry & 3) == code(part) ? 1 : 0;
    }
    return count;
  }

  void addTo(Sha256 digest) {
    digest.add(hashes.length);
    for (int i = 0; i < hashes.length; i++) {
      digest.add(hashes[i]).add(entries[i]);
    }
  }
}
