package dev.assay.data.source;

import dev.assay.core.example.NumericColumn;
import dev.assay.data.internal.Batch;

/** A numeric feature: a DOUBLE column, and a text column of the values that are no numbers. */
final class NumberSink implements ColumnSink {

  private static final int NO_MISFITS = -1;

  private final String name;
  private final int column;
  private final int misfits;
  private final float[] values;
  private final RowProblems problems;

  NumberSink(RawColumn raw, SelectList select, int rows, RowProblems problems) {
    this.name = raw.name();
    this.column = select.add(raw.number());
    this.misfits = raw.misfits() > 0 ? select.add(raw.misfit(raw.number())) : NO_MISFITS;
    this.values = new float[rows];
    this.problems = problems;
  }

  @Override
  public void read(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      float value = (float) batch.number(column, i);
      values[batch.start() + i] = value;
      if (Float.isInfinite(value)) {
        problems.add(
            batch.start() + i,
            "'" + name + "' is too large for a number of 32 bits, or infinite.",
            "Leave it empty where it is not known.");
      }
    }
    if (misfits != NO_MISFITS) {
      reportMisfits(batch);
    }
  }

  private void reportMisfits(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      if (!batch.isMissing(misfits, i)) {
        problems.add(
            batch.start() + i,
            "'" + name + "' is '" + batch.text(misfits, i) + "', and a number in the other rows.",
            "Write a number, or leave it empty where it is not known.");
      }
    }
  }

  NumericColumn toColumn() {
    return NumericColumn.takeOver(values);
  }
}
