package dev.assay.data.prior;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.Labels;
import java.time.LocalDate;

/** One label of the rows of two periods. Immutable. */
final class Periods {

  private final Dataset dataset;
  private final TimeColumn time;
  private final int label;
  private final long splitDay;

  Periods(Dataset dataset, TimeColumn time, int label, LocalDate split) {
    this.dataset = dataset;
    this.time = time;
    this.label = label;
    splitDay = split.toEpochDay();
  }

  Dataset dataset() {
    return dataset;
  }

  int size() {
    return dataset.size();
  }

  boolean isKnown(int row) {
    return dataset.labels().isKnown(row, label);
  }

  boolean isPositive(int row) {
    return dataset.labels().state(row, label) == Labels.POSITIVE;
  }

  long day(int row) {
    return time.epochDay(row);
  }

  /** 0 for the earlier period, 1 for the later one. */
  int period(int row) {
    return time.epochDay(row) < splitDay ? 0 : 1;
  }

  /** The rate of a period. */
  Rate rate(int period) {
    Tally tally = new Tally();
    for (int row = 0; row < size(); row++) {
      if (isKnown(row)) {
        tally.add(period(row), isPositive(row));
      }
    }
    return tally.rate(period);
  }

  /** Rows and positives of both periods; mutable, for counting only. */
  static final class Tally {

    private final long[] rows = new long[2];
    private final long[] positives = new long[2];

    void add(int period, boolean positive) {
      rows[period]++;
      positives[period] += positive ? 1 : 0;
    }

    Rate rate(int period) {
      return new Rate(rows[period], positives[period]);
    }
  }
}
