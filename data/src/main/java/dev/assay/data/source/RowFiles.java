package dev.assay.data.source;

import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files that patterns mean. */
final class RowFiles {

  private RowFiles() {}

  /** The files of all patterns in order, each once; notes patterns that mean none. */
  static List<RowFile> find(Path folder, List<String> patterns, Problems problems) {
    Set<RowFile> files = new LinkedHashSet<>();
    for (String pattern : patterns) {
      List<Path> paths =
          isGlob(pattern) ? expand(folder, pattern) : List.of(folder.resolve(pattern));
      if (paths.isEmpty()) {
        problems.add(pattern, "no file matches, seen from " + folder.toAbsolutePath() + ".", "");
      }
      for (Path path : paths) {
        add(folder, path, files, problems);
      }
    }
    if (files.stream().map(RowFile::format).distinct().count() > 1) {
      problems.add(
          String.join(", ", patterns),
          "the files are of several kinds.",
          "Name files of one kind, or read them together in a SQL script.");
    }
    return List.copyOf(files);
  }

  private static void add(Path folder, Path path, Set<RowFile> files, Problems problems) {
    String shown = shown(folder, path);
    Optional<FileFormat> format = FileFormat.of(shown);
    if (!Files.isRegularFile(path)) {
      problems.add(shown, "there is no such file.", neighbour(path));
    } else if (format.isEmpty()) {
      problems.add(
          shown,
          "the name does not say what the file is.",
          "Known: .csv, .tsv, .jsonl, .ndjson (each also .gz), .parquet.");
    } else {
      files.add(new RowFile(path, shown, format.get()));
    }
  }

  private static String neighbour(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return "";
    }
    try (Stream<Path> siblings = Files.list(parent)) {
      List<String> names = siblings.map(file -> String.valueOf(file.getFileName())).toList();
      return NearestName.of(String.valueOf(path.getFileName()), names)
          .map(name -> "Did you mean '" + name + "'?")
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isGlob(String pattern) {
    return pattern.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  private static List<Path> expand(Path folder, String pattern) {
    Path full = folder.toAbsolutePath().resolve(pattern).normalize();
    Path start = Objects.requireNonNull(full.getRoot());
    for (Path name : full) {
      if (isGlob(name.toString())) {
        break;
      }
      start = start.resolve(name);
    }
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + full);
    try (Stream<Path> paths = Files.walk(start)) {
      return new ArrayList<>(
          paths.filter(Files::isRegularFile).filter(matcher::matches).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + start, e);
    }
  }

  private static String shown(Path folder, Path path) {
    Path base = folder.toAbsolutePath().normalize();
    Path full = path.toAbsolutePath().normalize();
    Path shown = full.startsWith(base) ? base.relativize(full) : full;
    return shown.toString().replace('\\', '/');
  }
}
