package dev.assay.pipeline.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Folders of work that runs left in a home so that it can be taken up again. */
final class LeftFolders {

  private final Path home;

  LeftFolders(Path home) {
    this.home = home;
  }

  /**
   * The folders in which no file was written after an instant. The work of a run that was broken
   * off and may be resumed is younger than every run on record.
   *
   * @param within the folder of the home that they are in
   * @return their paths, relative to the home
   */
  List<String> notSince(String within, Instant instant) {
    Path all = home.resolve(within);
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(all)) {
      return found
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !isAnyAfter(path, instant))
          .map(path -> home.relativize(path).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Looking through " + all, e);
    }
  }

  private static boolean isAnyAfter(Path folder, Instant instant) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
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
