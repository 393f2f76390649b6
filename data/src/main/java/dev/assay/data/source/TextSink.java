package dev.assay.data.source;

import dev.assay.core.example.TextColumn;
import dev.assay.data.internal.Batch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of running text. */
final class TextSink implements ColumnSink {

  private final int column;
  private final List<@Nullable String> values;

  TextSink(RawColumn raw, SelectList select, int rows) {
    this.column = select.add(raw.text());
    this.values = new ArrayList<>(rows);
  }

  @Override
  public void read(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      values.add(batch.text(column, i));
    }
  }

  TextColumn toColumn() {
    return TextColumn.of(values);
  }
}
