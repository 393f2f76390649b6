package dev.assay.pipeline.checkpoint;

import dev.assay.core.model.Checkpoints;
import dev.assay.core.model.StoredBytes;
import dev.assay.report.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The state of one training as files of a folder, which is made when the first is written. */
final class FolderCheckpoints implements Checkpoints {

  private final Path folder;
  private final String environment;

  FolderCheckpoints(Path folder, String environment) {
    this.folder = folder;
    this.environment = environment;
  }

  @Override
  public String environment() {
    return environment;
  }

  @Override
  public void write(String name, Iterable<ByteBuffer> content) {
    try {
      AtomicFile.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint " + file(name) + " cannot be written.", e);
    }
  }

  @Override
  public Optional<StoredBytes> read(String name) {
    if (!Files.isRegularFile(file(name))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new StoredFile(file(name)));
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint " + file(name) + " cannot be read.", e);
    }
  }

  /** What a kill left half written goes too: whoever has the home's lock is the only one here. */
  @Override
  public void keepOnly(Set<String> names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file) && !names.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Clearing " + folder, e);
    }
  }

  @Override
  public Checkpoints within(String part) {
    return new FolderCheckpoints(folder.resolve(part), environment);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
