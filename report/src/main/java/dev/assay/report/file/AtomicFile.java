package dev.assay.report.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * Writes a file so that a reader, or a restart after a kill or a power cut, finds the old content
 * or the new one and never a part: a temporary file beside it, forced to the disk, then renamed,
 * then the folder forced.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Writes text as UTF-8; otherwise as {@link #write(Path, byte[])}.
   *
   * @throws IOException where the file cannot be written; the old content then still stands
   */
  public static void write(Path file, String content) throws IOException {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes; otherwise as {@link #write(Path, Iterable)}.
   *
   * @throws IOException where the file cannot be written; the old content then still stands
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, List.of(ByteBuffer.wrap(content)));
  }

  /**
   * Writes bytes piece by piece, in the place of what was there. Folders that are missing are made.
   *
   * @param content asked for once; each piece is written before the next is asked for
   * @throws IOException where the file cannot be written; the old content then still stands
   */
  public static void write(Path file, Iterable<ByteBuffer> content) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException("Not a file that can be written: " + file);
    }
    Files.createDirectories(folder);
    Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      writeForced(temporary, content);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    force(folder);
  }

  private static void writeForced(Path file, Iterable<ByteBuffer> content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (ByteBuffer piece : content) {
        while (piece.hasRemaining()) {
          channel.write(piece);
        }
      }
      channel.force(true);
    }
  }

  /** The rename itself lies in the folder, which Windows neither opens nor needs forced. */
  private static void force(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
