package dev.assay.pipeline.init;

import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.data.leak.TellingFeature;
import dev.assay.data.leak.TellingFeatures;
import dev.assay.data.source.DatasetReader;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.RowSource;
import dev.assay.data.source.TableProfile;
import dev.assay.data.source.TableProfiler;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.report.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes an experiment file that runs at once for rows that are there. */
public final class Initialisation {

  /** The name of the file written. */
  public static final String FILE = "experiment.yaml";

  private static final String FALLBACK_NAME = "experiment";

  private final Path folder;

  /**
   * Writes into a folder.
   *
   * @param folder is made where it is not there
   */
  public Initialisation(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * What was written.
   *
   * @param file the experiment file
   * @param text what stands in it
   * @param rows how many rows the data have
   */
  public record Written(Path file, String text, long rows) {}

  /**
   * Looks through the rows and writes the file.
   *
   * @param rows the file of rows; without it the only one in the folder
   * @param name the experiment; without it the folder's name
   * @param hints what is known of the columns
   * @throws InvalidInputException where the file is there already, the rows cannot be read, or a
   *     role cannot be told or does not fit the rows
   */
  public Written write(Optional<Path> rows, Optional<String> name, RoleHints hints) {
    if (Files.isRegularFile(folder)) {
      throw new InvalidInputException(
          folder.toString(),
          "is a file, where the folder of the experiment was looked for.",
          "For a file of rows say: assay init --rows " + folder.getFileName());
    }
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      throw new InvalidInputException(
          file.toString(), "there is an experiment already.", "Take another folder, or move it.");
    }
    Path data = rows.map(path -> path.toAbsolutePath().normalize()).orElseGet(this::onlyFile);
    String shown = data.startsWith(folder) ? folder.relativize(data).toString() : data.toString();
    TableProfile table = TableProfiler.profile(folder, new RowSource.Files(List.of(shown)));
    Problems problems = new Problems();
    Optional<Roles> roles = RoleGuess.of(table, hints, problems);
    problems.throwIfAny();
    String called = name.orElseGet(() -> slug(String.valueOf(folder.getFileName())));
    StarterText starter = new StarterText(called, format(shown), shown, roles.orElseThrow());
    String text = starter.yaml(telling(file, starter.yaml(List.of())));
    try {
      Files.createDirectories(folder);
      AtomicFile.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    return new Written(file, text, table.rows());
  }

  /**
   * The features that a first experiment does without: those that alone tell every label, of rows
   * read as the experiment says. Where that is all of them the label is simply easy.
   */
  private static List<TellingFeature> telling(Path file, String experiment) {
    DatasetSource source = ExperimentReader.parse(file, experiment).data();
    Dataset rows = DatasetReader.read(source, Optional.empty(), Progress.SILENT).dataset();
    List<TellingFeature> telling =
        TellingFeatures.find(rows).stream()
            .filter(feature -> feature.tells().size() == rows.schema().size())
            .toList();
    return telling.size() < rows.features().size() ? telling : List.of();
  }

  private Path onlyFile() {
    List<Path> found;
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      found = files.filter(Files::isRegularFile).filter(Initialisation::isRows).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
    if (found.size() != 1) {
      throw new InvalidInputException(
          "--rows",
          found.isEmpty()
              ? "there is no data file in " + folder + "."
              : "there are several data files: "
                  + found.stream().map(path -> String.valueOf(path.getFileName())).toList()
                  + ".",
          "Name the file of rows: .csv, .tsv, .jsonl, .ndjson (each also .gz) or .parquet.");
    }
    return found.getFirst();
  }

  private static boolean isRows(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.matches(".*\\.((csv|tsv|jsonl|ndjson)(\\.gz)?|parquet)");
  }

  private static String format(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet")) {
      return "parquet";
    }
    return name.matches(".*\\.(jsonl|ndjson)(\\.gz)?") ? "jsonl" : "csv";
  }

  private static String slug(String name) {
    String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = slug.replaceAll("^-|-$", "");
    return trimmed.isEmpty() ? FALLBACK_NAME : trimmed;
  }
}
