package dev.assay.data.source;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.data.internal.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column of categories. */
final class CategorySink implements ColumnSink {

  private final int column;
  private final int[] codes;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<String> levels = new ArrayList<>();

  CategorySink(RawColumn raw, SelectList select, int rows) {
    this.column = select.add(raw.text());
    this.codes = new int[rows];
  }

  @Override
  public void read(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      String value = batch.text(column, i);
      codes[batch.start() + i] = value == null ? CategoricalColumn.MISSING : code(value);
    }
  }

  private int code(String value) {
    Integer known = index.get(value);
    if (known != null) {
      return known;
    }
    index.put(value, levels.size());
    levels.add(value);
    return levels.size() - 1;
  }

  CategoricalColumn toColumn() {
    return CategoricalColumn.takeOver(codes, levels);
  }
}
