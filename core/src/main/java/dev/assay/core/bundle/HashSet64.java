package dev.assay.core.bundle;

import dev.assay.core.fingerprint.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * An immutable set of 64-bit hashes, eight bytes each in memory and on disk. Two sets are equal
 * where they hold the same hashes, whatever the order in which these were given.
 */
public final class HashSet64 {

  private final long[] ascending;

  private HashSet64(long[] ascending) {
    this.ascending = ascending;
  }

  /** The set of these hashes; repeated ones count once. */
  public static HashSet64 of(long... hashes) {
    long[] sorted = hashes.clone();
    Arrays.parallelSort(sorted);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    return new HashSet64(Arrays.copyOf(sorted, distinct));
  }

  /**
   * Reads a set as {@link #toBytes()} wrote it.
   *
   * @throws IllegalArgumentException where the bytes are no ascending 64-bit numbers
   */
  public static HashSet64 ofBytes(byte[] bytes) {
    if (bytes.length % Long.BYTES != 0) {
      throw new IllegalArgumentException(
          "A set of 64-bit hashes has a multiple of 8 bytes, not " + bytes.length + ".");
    }
    long[] hashes = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i] <= hashes[i - 1]) {
        throw new IllegalArgumentException("The hashes do not ascend at position " + i + ".");
      }
    }
    return new HashSet64(hashes);
  }

  /** The hashes that this or another set holds. */
  public HashSet64 union(HashSet64 other) {
    long[] both = Arrays.copyOf(ascending, ascending.length + other.ascending.length);
    System.arraycopy(other.ascending, 0, both, ascending.length, other.ascending.length);
    return of(both);
  }

  /** The hashes that this set holds and another does not. */
  public HashSet64 without(HashSet64 other) {
    return new HashSet64(Arrays.stream(ascending).filter(hash -> !other.contains(hash)).toArray());
  }

  /** Whether the set holds a hash; O(log n). */
  public boolean contains(long hash) {
    return Arrays.binarySearch(ascending, hash) >= 0;
  }

  /** How many hashes the set holds. */
  public int size() {
    return ascending.length;
  }

  /** Hands over every hash in ascending order. */
  public void forEach(LongConsumer consumer) {
    for (long hash : ascending) {
      consumer.accept(hash);
    }
  }

  /** The hashes in ascending order, eight bytes each, most significant byte first. */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(ascending.length * Long.BYTES);
    bytes.asLongBuffer().put(ascending);
    return bytes.array();
  }

  /** SHA-256 of {@link #toBytes()}, as 64 lower-case hexadecimal digits. */
  public String hash() {
    return Sha256.of(toBytes());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HashSet64 set && Arrays.equals(ascending, set.ascending);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ascending);
  }

  @Override
  public String toString() {
    return ascending.length + " hashes";
  }
}
