package dev.assay.text.transformer;

import dev.assay.core.model.Checkpoints;
import dev.assay.core.model.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The state of a training as files of a folder. */
record FolderStates(Path folder, String environment) implements Checkpoints {

  @Override
  public void write(String name, Iterable<ByteBuffer> content) {
    Path draft = folder.resolve("." + name);
    try {
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        for (ByteBuffer piece : content) {
          while (piece.hasRemaining()) {
            channel.write(piece);
          }
        }
      }
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<StoredBytes> read(String name) {
    if (Files.notExists(folder.resolve(name))) {
      return Optional.empty();
    }
    try {
      byte[] all = Files.readAllBytes(folder.resolve(name));
      return Optional.of(new Bytes(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Checkpoints within(String part) {
    return new FolderStates(folder.resolve(part), environment);
  }

  @Override
  public void keepOnly(Set<String> names) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!names.contains(String.valueOf(file.getFileName()))) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Bytes implements StoredBytes {

    private final byte[] all;

    Bytes(byte[] all) {
      this.all = all;
    }

    @Override
    public long size() {
      return all.length;
    }

    @Override
    public ByteBuffer bytes(long from, int count) {
      return ByteBuffer.allocateDirect(count).put(all, Math.toIntExact(from), count).flip();
    }

    @Override
    public void close() {}
  }
}
