package dev.assay.pipeline.reporting;

import dev.assay.core.model.ModelFiles;
import dev.assay.report.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of what a model was at another point of its training, in the folder of its run. */
public final class KeptFolder {

  private final Path folder;

  private KeptFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder of a model.
   *
   * @param run the folder of the run
   * @param name as {@link dev.assay.core.model.KeptModel} has it
   */
  public static KeptFolder of(Path run, String name) {
    return new KeptFolder(run.resolve("kept").resolve(name));
  }

  /** Writes the files. */
  void write(ModelFiles model) throws IOException {
    for (String name : model.names()) {
      AtomicFile.write(folder.resolve(name), model.content(name));
    }
  }

  /** The model; empty where the run did not keep it. */
  public Optional<ModelFiles> read() {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> files = found.sorted().toList();
      Map<String, byte[]> contents = new HashMap<>();
      for (Path file : files) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
      return Optional.of(new ModelFiles(contents));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + folder, e);
    }
  }
}
