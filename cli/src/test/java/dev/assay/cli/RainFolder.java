package dev.assay.cli;

import dev.assay.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A folder with a table on rain and experiment files on it. */
final class RainFolder {

  static final String EXPERIMENT =
      """
      name: rain
      data:
        rows: { csv: rain.csv }
        id: id
        label: { rain: binary }
      train: { with: xgboost, rounds: 20, depth: 3, learning_rate: 0.3, threads: 1 }
      gates:
        - { name: no loss, metric: f1, on: test, lose_at_most: 0.02 }
        - { name: not degenerate, degenerate: forbidden, on: test }
      """;

  private static final String EXTRACTED = "extracted";
  private static final String HEADER = "id,humidity,pressure,wind,rain\n";

  private final Path folder;

  RainFolder(Path folder) throws IOException {
    this.folder = folder;
    write("rain.csv", table("s", 1, 600));
  }

  /** Rain where humidity and pressure are both high or both low, but for a few rows. */
  static String table(String ids, long seed, int rows) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder(HEADER);
    for (int row = 0; row < rows; row++) {
      float humidity = random.nextFloat();
      float pressure = random.nextFloat();
      boolean rain = ((humidity > 0.5f) == (pressure > 0.4f)) ^ (random.nextInt(12) == 0);
      csv.append(
          "%s%d,%s,%s,%s,%d%n"
              .formatted(ids, row, humidity, pressure, random.nextFloat(), rain ? 1 : 0));
    }
    return csv.toString();
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Starts {@code assay run} as a process of its own. */
  Process start(Path experiment, Path home) throws IOException {
    return start(experiment, home, "512m");
  }

  /** As {@link #start(Path, Path)} with so much memory for Java. */
  Process start(Path experiment, Path home, String memory) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + Files.createTempDirectory(folder, EXTRACTED),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                experiment.toString(),
                "--home",
                home.toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(file("process.err").toFile())
        .start();
  }

  /** Removes what processes extracted, which those that are killed leave. */
  void deleteExtracted() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.toList()) {
        if (path.getFileName().toString().startsWith(EXTRACTED)) {
          delete(path);
        }
      }
    }
  }

  static Registry registry(Path home) {
    return Registry.open(home, Clock.systemUTC());
  }

  /** All files below a folder, relative to it, in alphabetical order. */
  static List<String> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  static void delete(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String file : files(from)) {
      Path target = to.resolve(file);
      Files.createDirectories(target.resolveSibling(""));
      Files.copy(from.resolve(file), target);
    }
  }
}
