package dev.assay.data.parts;

import java.nio.file.Path;

/** Parts records on disk. */
public final class PartsRecordFile {

  private PartsRecordFile() {}

  /** Writes a record: to a temporary file beside it, synced, then renamed over the old one. */
  public static void write(Path file, PartsRecord record) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  /**
   * Reads a record.
   *
   * @throws dev.assay.core.problem.InvalidInputException where the file is none or is damaged
   */
  public static PartsRecord read(Path file) {
    throw new UnsupportedOperationException("Not there yet.");
  }
}
