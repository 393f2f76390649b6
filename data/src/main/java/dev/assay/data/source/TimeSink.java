package dev.assay.data.source;

import dev.assay.core.example.TimeColumn;
import dev.assay.data.internal.Batch;

/** The time of each row, which must be there. */
final class TimeSink implements ColumnSink {

  private final String name;
  private final int column;
  private final int misfits;
  private final long[] seconds;
  private final RowProblems problems;

  TimeSink(RawColumn raw, SelectList select, int rows, RowProblems problems) {
    this.name = raw.name();
    this.column = select.add(raw.seconds());
    this.misfits = select.add(raw.misfit(raw.seconds()));
    this.seconds = new long[rows];
    this.problems = problems;
  }

  @Override
  public void read(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      int row = batch.start() + i;
      if (!batch.isMissing(column, i)) {
        seconds[row] = batch.integer(column, i);
      } else if (batch.isMissing(misfits, i)) {
        problems.add(row, "the time '" + name + "' is missing.", "Every row needs its time.");
      } else {
        problems.add(
            row,
            "the time '" + name + "' is '" + batch.text(misfits, i) + "'.",
            "Write it as 2026-04-17 or 2026-04-17T06:30:00Z.");
      }
    }
  }

  TimeColumn toColumn() {
    return TimeColumn.takeOver(seconds);
  }
}
