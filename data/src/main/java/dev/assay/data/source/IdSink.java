package dev.assay.data.source;

import dev.assay.data.internal.Batch;
import java.util.ArrayList;
import java.util.List;

/** The id of each row out of one or several columns, none of which may be missing. */
final class IdSink implements ColumnSink {

  private final List<RawColumn> raw;
  private final int[] columns;
  private final List<String> ids;
  private final RowProblems problems;

  IdSink(List<RawColumn> raw, SelectList select, int rows, RowProblems problems) {
    this.raw = raw;
    this.columns = raw.stream().mapToInt(column -> select.add(column.text())).toArray();
    this.ids = new ArrayList<>(rows);
    this.problems = problems;
  }

  @Override
  public void read(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      List<String> parts = new ArrayList<>(columns.length);
      for (int j = 0; j < columns.length; j++) {
        String part = batch.text(columns[j], i);
        if (part == null) {
          problems.add(
              batch.start() + i,
              "the id column '" + raw.get(j).name() + "' is missing.",
              "Every row needs an id.");
          part = "";
        }
        parts.add(part);
      }
      ids.add(CompositeId.join(parts));
    }
  }

  List<String> ids() {
    return ids;
  }
}
