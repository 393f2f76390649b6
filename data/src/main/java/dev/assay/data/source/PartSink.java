package dev.assay.data.source;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.data.internal.Batch;
import java.util.Locale;

/** The given part of each row. */
final class PartSink implements ColumnSink {

  private final String name;
  private final int column;
  private final int[] codes;
  private final RowProblems problems;

  PartSink(RawColumn raw, SelectList select, int rows, RowProblems problems) {
    this.name = raw.name();
    this.column = select.add(raw.text());
    this.codes = new int[rows];
    this.problems = problems;
  }

  @Override
  public void read(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      String value = batch.text(column, i);
      int row = batch.start() + i;
      codes[row] = value == null ? CategoricalColumn.MISSING : code(value);
      if (codes[row] == CategoricalColumn.MISSING) {
        problems.add(
            row,
            "the part '" + name + "' is " + (value == null ? "missing." : "'" + value + "'."),
            "Known: train, validation (dev, val, valid), test.");
      }
    }
  }

  private static int code(String value) {
    String part =
        switch (value.toLowerCase(Locale.ROOT)) {
          case "dev", "val", "valid" -> "validation";
          case String other -> other;
        };
    return LoadedDataset.PARTS.indexOf(part);
  }

  CategoricalColumn toColumn() {
    return CategoricalColumn.takeOver(codes, LoadedDataset.PARTS);
  }
}
