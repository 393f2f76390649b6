package dev.assay.data.source;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.problem.InvalidInputException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What could be known on a day: the rows up to it, and of these the labels whose horizon has ended.
 *
 * @param dataset the rows that are left
 * @param parts their given parts
 * @param rows the rows' numbers in the source
 * @param labelsNotYetKnown how many rows lost known labels
 */
record AsOfCut(
    Dataset dataset, Optional<CategoricalColumn> parts, RowNumbers rows, int labelsNotYetKnown) {

  /** Numbers of rows. */
  interface RowNumbers {
    int of(int row);
  }

  /** Everything, where there is no as-of day or no time. */
  static AsOfCut everything(Dataset dataset, Optional<CategoricalColumn> parts) {
    return new AsOfCut(dataset, parts, row -> row, 0);
  }

  /**
   * The cut of a dataset with a time.
   *
   * @param shown the source, for messages
   * @throws InvalidInputException where all rows are later
   */
  static AsOfCut at(
      LocalDate asOf,
      String shown,
      int horizonDays,
      Dataset dataset,
      Optional<CategoricalColumn> parts) {
    TimeColumn time = dataset.attributes().time().orElseThrow();
    long last = asOf.toEpochDay();
    int[] kept =
        IntStream.range(0, dataset.size()).filter(row -> time.epochDay(row) <= last).toArray();
    if (kept.length == 0) {
      throw new InvalidInputException(
          shown,
          "as of %s there is no row yet: the days are %s to %s."
              .formatted(asOf, time.firstDay(), time.lastDay()),
          "Take an as-of day from the first of these on.");
    }
    int[] open =
        IntStream.range(0, kept.length)
            .filter(i -> time.epochDay(kept[i]) > last - horizonDays)
            .filter(i -> dataset.labels().isAnyKnown(kept[i]))
            .toArray();
    Dataset rows = dataset.select(kept);
    return new AsOfCut(
        rows.withLabels(rows.labels().withUnknown(open)),
        parts.map(column -> column.select(kept)),
        row -> kept[row],
        open.length);
  }
}
