package dev.assay.pipeline.checkpoint;

import dev.assay.core.model.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file in a home. */
final class StoredFile implements StoredBytes {

  private final Path file;
  private final FileChannel channel;
  private final long size;

  StoredFile(Path file) throws IOException {
    this.file = file;
    channel = FileChannel.open(file, StandardOpenOption.READ);
    size = channel.size();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public ByteBuffer bytes(long from, int count) {
    if (from < 0 || count < 0 || from + count > size) {
      throw new IllegalArgumentException(
          "%d bytes from %d on, of %d.".formatted(count, from, size));
    }
    ByteBuffer bytes = ByteBuffer.allocateDirect(count);
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, from + bytes.position()) < 0) {
          throw new IllegalArgumentException(
              "%s ends before byte %d.".formatted(file.getFileName(), from + count));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
    return bytes.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing " + file, e);
    }
  }
}
