package dev.assay.pipeline.data;

import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.data.parts.Assignment;
import dev.assay.data.parts.Part;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.run.LoadStage;
import dev.assay.pipeline.run.SplitStage;
import dev.assay.report.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Assigns the rows of an experiment to parts and puts that on record, without training. */
public final class DataSplit {

  private final Experiment experiment;
  private final Path home;
  private final Progress progress;

  /**
   * A split.
   *
   * @param home the folder with the parts on record
   */
  public DataSplit(Experiment experiment, Path home, Progress progress) {
    this.experiment = experiment;
    this.home = home;
    this.progress = progress;
  }

  /**
   * Splits, and records the part of every id that was seen for the first time.
   *
   * @param asOf the day to take for today; without it the last day of the data
   * @throws InvalidInputException where the data cannot be read, or a holdout cannot be cut
   */
  public SplitStage.Assigned split(Optional<LocalDate> asOf) {
    SplitStage splitting = new SplitStage(experiment, home, progress);
    SplitStage.Assigned assigned = splitting.assign(new LoadStage(experiment, progress).load(asOf));
    splitting.record(assigned);
    return assigned;
  }

  /**
   * Writes the rows outside of the holdouts as CSV in row order: {@code id}, {@code part} (empty
   * for rows that are left out) and {@code fate} (kept, purged, dropped_leaking or quarantined).
   */
  public static void write(SplitStage.Assigned assigned, Path file) {
    Dataset rest = assigned.rest();
    Assignment assignment = assigned.assignment();
    StringBuilder csv = new StringBuilder("id,part,fate\n");
    for (int row = 0; row < rest.size(); row++) {
      csv.append(quoted(rest.attributes().id(row))).append(',');
      csv.append(assignment.part(row).map(Part::word).orElse("")).append(',');
      csv.append(assignment.fate(row).name().toLowerCase(Locale.ROOT)).append('\n');
    }
    try {
      AtomicFile.write(file, csv.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static String quoted(String id) {
    boolean plain = id.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? id : '"' + id.replace("\"", "\"\"") + '"';
  }
}
