package dev.assay.data.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** Writes a file so that a reader, or a kill at any instant, sees the old one or the new one. */
public final class AtomicFile {

  /** How the name of a half-written file ends. */
  public static final String DRAFT = ".draft";

  private AtomicFile() {}

  /** Writes to the path given. */
  @FunctionalInterface
  public interface Writing {

    /** Writes the whole content. */
    void to(Path path) throws IOException;
  }

  /** Writes beside the file, forces the bytes to the disk and renames. */
  public static void write(Path file, Writing writing) {
    Path target = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent(), "A file stands in a folder.");
    try {
      Files.createDirectories(folder);
      // Not Files.createTempFile, whose files nobody else may read.
      Path draft = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + DRAFT);
      try {
        writing.to(draft);
        force(draft);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + target, e);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
