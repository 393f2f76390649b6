package dev.assay.registry.object;

import java.nio.file.Path;

/**
 * An object that the store should have is missing, or is not what its name says. Nothing was
 * changed; the message says which file to restore.
 */
public final class DamagedStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String hash;

  private DamagedStoreException(String hash, String message) {
    super(message);
    this.hash = hash;
  }

  static DamagedStoreException missing(String hash, Path file) {
    return new DamagedStoreException(
        hash, "The object " + hash + " is missing. Restore " + file + " from a backup.");
  }

  static DamagedStoreException damaged(String hash, Path file, String found) {
    return new DamagedStoreException(
        hash,
        "The object %s is damaged: its content hashes to %s. Restore %s from a backup."
            .formatted(hash, found, file));
  }

  /** The hash of the object that is not there as it should be. */
  public String hash() {
    return hash;
  }
}
