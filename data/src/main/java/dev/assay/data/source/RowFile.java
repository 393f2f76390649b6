package dev.assay.data.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file of rows.
 *
 * @param path where it lies
 * @param shown its path as messages and records show it
 */
record RowFile(Path path, String shown, FileFormat format) {

  /** The file's bytes, unpacked. */
  InputStream open() throws IOException {
    InputStream raw = Files.newInputStream(path);
    return FileFormat.isPacked(shown)
        ? new GZIPInputStream(raw, 1 << 16)
        : new BufferedInputStream(raw, 1 << 16);
  }
}
