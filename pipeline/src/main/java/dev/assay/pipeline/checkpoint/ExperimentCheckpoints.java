package dev.assay.pipeline.checkpoint;

import dev.assay.core.model.Checkpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The states of the trainings of an experiment, in a folder for each under {@code
 * checkpoints/EXPERIMENT} of a home. They stay until a run of the experiment is on record.
 */
public final class ExperimentCheckpoints {

  /** The folder of all checkpoints in a home. */
  public static final String FOLDER = "checkpoints";

  private final Path folder;
  private final String environment;

  /**
   * The states of an experiment.
   *
   * @param environment a hash of the code and versions that states depend on
   */
  public ExperimentCheckpoints(Path home, String experiment, String environment) {
    this.folder = home.resolve(FOLDER).resolve(experiment);
    this.environment = environment;
  }

  /**
   * Where one training keeps its state.
   *
   * @param training tells the trainings of a run apart, such as {@code transformer-1}
   */
  public Checkpoints of(String training) {
    return new FolderCheckpoints(folder.resolve(training), environment);
  }

  /** Removes all of them. */
  public void remove() {
    delete(folder);
    Path all = folder.resolveSibling("");
    try {
      if (Files.isDirectory(all) && isEmpty(all)) {
        Files.delete(all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Clearing " + all, e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path root) {
    if (Files.notExists(root)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Clearing " + root, e);
    }
  }
}
