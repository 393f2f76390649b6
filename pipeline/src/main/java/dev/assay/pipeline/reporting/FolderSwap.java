package dev.assay.pipeline.reporting;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts a folder in its place whole or not at all: it is filled under a hidden name beside its place
 * and then renamed.
 *
 * <p>No file system lets a rename replace a folder that has files in it, so a former folder is
 * first set aside under a hidden name. A kill between the two renames leaves the former folder,
 * whole, under that name; {@link #clean} puts it back. One process at a time may write beside each
 * other, which the lock of a run sees to.
 */
final class FolderSwap {

  private static final String DRAFT = ".draft";
  private static final String FORMER = ".former";

  private final Path target;

  /** A swap of the folder at this path. */
  FolderSwap(Path target) {
    this.target = target.toAbsolutePath().normalize();
  }

  /** Fills a folder. */
  @FunctionalInterface
  interface Filling {

    /** Writes files, each forced to the disk, into an empty folder. */
    void fill(Path folder) throws IOException;
  }

  /**
   * Fills a new folder and puts it in the place of what was there.
   *
   * @throws IOException where that fails; what was there then still stands
   */
  void replace(Filling filling) throws IOException {
    Path parent = Files.createDirectories(parent());
    clean();
    Path draft = parent.resolve("." + target.getFileName() + "." + UUID.randomUUID() + DRAFT);
    try {
      Files.createDirectory(draft);
      filling.fill(draft);
      force(draft);
      swapIn(draft);
      force(parent);
    } finally {
      delete(draft);
    }
    clean();
  }

  private void swapIn(Path draft) throws IOException {
    if (Files.exists(target)) {
      Files.move(target, former(), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Removes what a killed process left beside the place, of this folder and of others, and puts
   * back a folder that it had set aside.
   */
  private void clean() throws IOException {
    for (Path left : hidden()) {
      String name = left.getFileName().toString();
      if (name.endsWith(FORMER)) {
        Path place = parent().resolve(name.substring(1, name.length() - FORMER.length()));
        if (Files.notExists(place)) {
          Files.move(left, place, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      delete(left);
    }
  }

  private List<Path> hidden() throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> beside = Files.newDirectoryStream(parent(), ".*")) {
      for (Path path : beside) {
        String name = path.getFileName().toString();
        if (name.endsWith(DRAFT) || name.endsWith(FORMER)) {
          found.add(path);
        }
      }
    }
    return found;
  }

  private Path former() {
    return parent().resolve("." + target.getFileName() + FORMER);
  }

  private Path parent() {
    Path parent = target.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("A file system's root is no folder of a run: " + target);
    }
    return parent;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  /** A rename lies in the folder, which Windows neither opens nor needs forced. */
  private static void force(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
