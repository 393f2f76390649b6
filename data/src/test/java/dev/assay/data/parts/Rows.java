package dev.assay.data.parts;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows written one by one, for tests. */
public final class Rows {

  /** One row: features are numbers. */
  public record Row(
      String id,
      @Nullable String group,
      long day,
      byte label,
      @Nullable String origin,
      List<Float> features) {

    /** The same row under another id. */
    public Row withId(String other) {
      return new Row(other, group, day, label, origin, features);
    }

    /** The same row on another day. */
    public Row withDay(long other) {
      return new Row(id, group, other, label, origin, features);
    }

    /** The same row derived from another. */
    public Row from(String other) {
      return new Row(id, group, day, label, other, features);
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private boolean grouped = true;
  private boolean timed = true;
  private boolean derived;

  public Rows add(Row row) {
    rows.add(row);
    derived |= row.origin() != null;
    return this;
  }

  public Rows addAll(List<Row> more) {
    more.forEach(this::add);
    return this;
  }

  /** Rows of one day without a feature that tells anything. */
  public Rows add(String id, String group, long day, int label) {
    return add(row(id, group, day, label));
  }

  public static Row row(String id, String group, long day, int label, float... features) {
    List<Float> values = new ArrayList<>();
    for (float feature : features) {
      values.add(feature);
    }
    return new Row(id, group, day, (byte) label, null, values);
  }

  public Rows withoutGroup() {
    grouped = false;
    return this;
  }

  public Rows withoutTime() {
    timed = false;
    return this;
  }

  public Dataset dataset() {
    return dataset(LabelSchema.binary("incident"), rows.stream().map(Row::label).toList());
  }

  private Dataset dataset(LabelSchema schema, List<Byte> states) {
    int n = rows.size();
    Attributes.Builder attributes = Attributes.of(rows.stream().map(Row::id).toList());
    if (grouped) {
      attributes.group(CategoricalColumn.of(rows.stream().map(Row::group).toList()));
    }
    if (timed) {
      attributes.time(
          TimeColumn.takeOver(rows.stream().mapToLong(r -> r.day() * TimeColumn.DAY).toArray()));
    }
    if (derived) {
      attributes.origin(TextColumn.of(rows.stream().map(Row::origin).toList()));
    }
    byte[] column = new byte[n];
    for (int i = 0; i < n; i++) {
      column[i] = states.get(i);
    }
    Map<String, NumericColumn> features = new java.util.LinkedHashMap<>();
    int width = rows.stream().mapToInt(row -> row.features().size()).max().orElse(0);
    for (int f = 0; f < width; f++) {
      float[] values = new float[n];
      Arrays.fill(values, Float.NaN);
      for (int i = 0; i < n; i++) {
        if (f < rows.get(i).features().size()) {
          values[i] = rows.get(i).features().get(f);
        }
      }
      features.put("x" + f, NumericColumn.takeOver(values));
    }
    return new Dataset(
        attributes.build(), Labels.ofColumns(schema, new byte[][] {column}), features);
  }
}
