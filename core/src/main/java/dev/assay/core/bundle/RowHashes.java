package dev.assay.core.bundle;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;

/**
 * Rows by their hashes.
 *
 * @param ids {@link StableHash#of(CharSequence) hashes} of their ids
 * @param contents {@link Dataset#inputHash hashes} of their inputs, which find the same content
 *     under another id
 */
public record RowHashes(HashSet64 ids, HashSet64 contents) {

  /** No rows. */
  public static final RowHashes NONE = new RowHashes(HashSet64.of(), HashSet64.of());

  /** The rows of a dataset. */
  static RowHashes of(Dataset rows) {
    long[] ids = rows.attributes().ids().stream().mapToLong(StableHash::of).toArray();
    return new RowHashes(HashSet64.of(ids), HashSet64.of(rows.inputHashes()));
  }

  /** The rows of this and of others. */
  RowHashes union(RowHashes others) {
    return new RowHashes(ids.union(others.ids), contents.union(others.contents));
  }

  /** These rows but for others. */
  RowHashes without(RowHashes others) {
    return new RowHashes(ids.without(others.ids), contents.without(others.contents));
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return ids.size() == 0 && contents.size() == 0;
  }
}
