package dev.assay.text.encoder;

import dev.assay.core.model.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file. */
final class FileBytes implements StoredBytes {

  private final FileChannel channel;
  private final long size;

  FileBytes(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    size = channel.size();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public ByteBuffer bytes(long from, int count) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(count).order(ByteOrder.LITTLE_ENDIAN);
    try {
      for (long at = from; bytes.hasRemaining(); ) {
        int read = channel.read(bytes, at);
        if (read < 0) {
          throw new IllegalArgumentException("The file ends before byte " + (from + count) + ".");
        }
        at += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
