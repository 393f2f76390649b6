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

/** The files of the model that a phase of training left, in the folder of its run. */
public final class PhaseFolder {

  private final Path folder;

  private PhaseFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder of a phase.
   *
   * @param run the folder of the run
   * @param phase counted from 1
   */
  public static PhaseFolder of(Path run, int phase) {
    return new PhaseFolder(run.resolve("phases").resolve(String.valueOf(phase)));
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
