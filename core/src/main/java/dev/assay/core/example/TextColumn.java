package dev.assay.core.example;

import dev.assay.core.fingerprint.StableHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts; null stands for a missing one. */
public final class TextColumn implements Column {

  private final List<@Nullable String> values;

  private TextColumn(List<@Nullable String> values) {
    this.values = values;
  }

  /** A column of these texts, copied. */
  public static TextColumn of(List<? extends @Nullable String> values) {
    return new TextColumn(new ArrayList<>(values));
  }

  /** The text of a row, or null where it is missing. */
  public @Nullable String value(int row) {
    return values.get(row);
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public boolean isMissing(int row) {
    return values.get(row) == null;
  }

  @Override
  public TextColumn select(int[] rows) {
    List<@Nullable String> selected = new ArrayList<>(rows.length);
    for (int row : rows) {
      selected.add(values.get(row));
    }
    return new TextColumn(selected);
  }

  @Override
  public long hash(int row) {
    String value = values.get(row);
    return value == null ? 0L : StableHash.of(value);
  }
}
