package dev.assay.pipeline.fold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The outcomes of folds that runs left in a home, a folder for each procedure and division. */
public final class KeptFolds {

  private final Path home;

  /** The folds in a home. */
  public KeptFolds(Path home) {
    this.home = home;
  }

  /**
   * The folders of which no fold was written after an instant, relative to the home. The folds of a
   * run that was broken off and may be resumed are younger than every run on record.
   */
  public List<String> notSince(Instant instant) {
    Path folder = home.resolve(FoldTraining.FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !isAnyAfter(path, instant))
          .map(path -> home.relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Looking through " + folder, e);
    }
  }

  private static boolean isAnyAfter(Path folder, Instant instant) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isAfter(instant)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Looking through " + folder, e);
    }
  }
}
