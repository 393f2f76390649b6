package dev.assay.pipeline.run;

import dev.assay.core.progress.Progress;
import dev.assay.data.parts.PartsRecord;
import dev.assay.data.parts.PartsRecordFile;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.registry.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder with a table, an experiment file that reads it, and the home of its runs. */
final class ExperimentFolder {

  /** What a run takes from the table, and how it is trained: small enough for about a second. */
  static final String HEAD =
      """
      name: rain
      data:
        rows: { csv: weather.csv }
        id: id
        label: { rain: binary }
        features: [humidity, pressure, wind, cloud, dew]
      train: { with: xgboost, rounds: 25, depth: 3, learning_rate: 0.3, threads: 1 }
      """;

  static final String GATES =
      """
      gates:
        - { name: no loss, metric: f1, on: test, lose_at_most: 0.02 }
        - { name: not degenerate, degenerate: forbidden, on: test }
      """;

  static final String EXPERIMENT = HEAD + GATES;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-17T06:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Path home;

  ExperimentFolder(Path folder) {
    this(folder, folder.resolve(".assay"));
  }

  private ExperimentFolder(Path folder, Path home) {
    this.folder = folder;
    this.home = home;
  }

  /** The same files with another home. */
  ExperimentFolder withHome(String name) {
    return new ExperimentFolder(folder, folder.resolve(name));
  }

  Path home() {
    return home;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  ExperimentFolder holding(WeatherTable table) {
    table.write(file("weather.csv"));
    return this;
  }

  RunResult run(String experiment) {
    return run(experiment, Optional.empty());
  }

  RunResult run(String experiment, LocalDate asOf) {
    return run(experiment, Optional.of(asOf));
  }

  /** A run that tells how far it is; what the listener throws ends it. */
  RunResult run(String experiment, Progress progress) {
    Surroundings watched = new Surroundings(home(), Optional.empty(), "tester", CLOCK, progress);
    return new ExperimentRun(ExperimentReader.read(written(experiment)), watched)
        .run(Optional.empty());
  }

  private RunResult run(String experiment, Optional<LocalDate> asOf) {
    return new ExperimentRun(ExperimentReader.read(written(experiment)), surroundings()).run(asOf);
  }

  private Path written(String experiment) {
    Path file = file("experiment.yaml");
    try {
      Files.writeString(file, experiment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  Surroundings surroundings() {
    return new Surroundings(home(), Optional.empty(), "tester", CLOCK, Progress.SILENT);
  }

  Registry registry() {
    return Registries.open(surroundings());
  }

  /** The {@code verdict.json} of a run. */
  static JsonNode verdict(RunResult run) {
    return new JsonMapper().readTree(run.folder().resolve("verdict.json").toFile());
  }

  /** The only parts record of the home. */
  PartsRecord parts() {
    try (Stream<Path> files = Files.list(home().resolve("parts"))) {
      return PartsRecordFile.read(files.toList().getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of the home, relative to it, in alphabetical order. */
  List<String> homeFiles() {
    if (Files.notExists(home())) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(home())) {
      return walk.filter(Files::isRegularFile)
          .map(file -> home().relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
