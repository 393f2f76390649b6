package dev.assay.pipeline.data;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.data.holdout.HoldoutDraw;
import dev.assay.data.holdout.HoldoutFile;
import dev.assay.data.holdout.HoldoutMetadata;
import dev.assay.data.source.DatasetReader;
import dev.assay.data.source.LoadedDataset;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/** Freezes rows of an experiment's data as a holdout that stays the same from run to run. */
public final class HoldoutFreezing {

  private final Experiment experiment;
  private final Progress progress;

  /** Freezes rows of this experiment's data. */
  public HoldoutFreezing(Experiment experiment, Progress progress) {
    this.experiment = experiment;
    this.progress = progress;
  }

  /**
   * What was frozen.
   *
   * @param file the file of rows
   * @param metadata what stands in it
   * @param unknownRows how many rows of the days were left out because no label of theirs is known
   */
  public record Frozen(Path file, HoldoutMetadata metadata, int unknownRows) {}

  /**
   * Freezes the rows of some days whose label is known, or a draw of them.
   *
   * @param folder where the two files are written
   * @param name the holdout, which is the name of the files too
   * @param draw the draw; empty for all rows of the days
   * @param asOf the day to take for today: later rows, and labels not known by then, are not seen;
   *     without it the last day of the data
   * @throws InvalidInputException where the data cannot be read, days are asked of data without
   *     time, no row is left, or the file is there and holds other rows
   */
  public Frozen freeze(
      Path folder,
      String name,
      DaySelection days,
      Optional<HoldoutDraw> draw,
      Optional<LocalDate> asOf) {
    checkName(name);
    experiment.checkAsOf(asOf);
    LoadedDataset loaded = DatasetReader.read(experiment.data(), asOf, progress);
    Dataset dataset = loaded.dataset();
    Dataset selected = dataset.select(rows(dataset, days, asOf));
    int[] known =
        IntStream.range(0, selected.size())
            .filter(row -> selected.labels().isAnyKnown(row))
            .toArray();
    if (selected.size() == 0) {
      TimeColumn time = time(dataset);
      throw new InvalidInputException(
          "holdout '" + name + "'",
          "no row is in these days: the days of the data are %s to %s."
              .formatted(time.firstDay(), time.lastDay()),
          "Take days within these.");
    }
    if (known.length == 0) {
      throw new InvalidInputException(
          "holdout '" + name + "'",
          "none of the %,d rows of these days has a known label.".formatted(selected.size()),
          "Take other days, or a later as-of day.");
    }
    Dataset candidates = selected.select(known);
    Dataset frozen = draw.map(d -> candidates.select(d.from(candidates))).orElse(candidates);
    String createdFrom = words(loaded.facts().simulated(), days, draw, asOf);
    HoldoutMetadata metadata =
        HoldoutFile.write(folder, name, frozen, experiment.data(), createdFrom);
    return new Frozen(
        folder.resolve(name + ".parquet"), metadata, selected.size() - candidates.size());
  }

  private static void checkName(String name) {
    if (name.equals(HoldoutDeclaration.TEST)) {
      throw new InvalidInputException(
          "--name", "'test' is the test part, which is always there.", "Take another name.");
    }
    if (!name.matches("[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*")) {
      throw new InvalidInputException(
          "--name",
          "'" + name + "' cannot name a file and a holdout.",
          "Use words joined by hyphens.");
    }
  }

  private static int[] rows(Dataset dataset, DaySelection days, Optional<LocalDate> asOf) {
    return switch (days) {
      case DaySelection.All all -> IntStream.range(0, dataset.size()).toArray();
      case DaySelection.Between between ->
          rows(
              time(dataset),
              between.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
              between.to().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE));
      case DaySelection.Last last -> {
        TimeColumn time = time(dataset);
        long to = asOf.orElseGet(time::lastDay).toEpochDay();
        yield rows(time, to - last.days() + 1, to);
      }
    };
  }

  private static TimeColumn time(Dataset dataset) {
    return dataset
        .attributes()
        .time()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "days",
                    "need a time column, and the data declare none.",
                    "Declare 'data.time', or draw a sample of all rows."));
  }

  private static int[] rows(TimeColumn time, long first, long last) {
    return IntStream.range(0, time.size())
        .filter(row -> time.epochDay(row) >= first && time.epochDay(row) <= last)
        .toArray();
  }

  private String words(
      boolean simulated, DaySelection days, Optional<HoldoutDraw> draw, Optional<LocalDate> asOf) {
    StringBuilder words = new StringBuilder(simulated ? "simulated data: " : "");
    words.append(experiment.name()).append(" (").append(experiment.data().rows().words());
    words.append(')');
    asOf.ifPresent(day -> words.append(" as of ").append(day));
    words.append(", ").append(days.words());
    draw.ifPresent(d -> words.append("; ").append(d.words()));
    return words.toString();
  }
}
