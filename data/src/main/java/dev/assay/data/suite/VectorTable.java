package dev.assay.data.suite;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TextColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.data.source.DatasetReader;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.DeferredSource;
import dev.assay.data.source.FeatureColumns;
import dev.assay.data.source.LabelColumns;
import dev.assay.data.source.LoadedDataset;
import dev.assay.data.source.RowLocations;
import dev.assay.data.source.RowSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads vectors from a CSV, JSON lines or Parquet table, a row each. */
public final class VectorTable {

  private final Path folder;
  private final String file;
  private final VectorColumns columns;

  /**
   * A table.
   *
   * @param folder where a relative path starts
   * @param file the path of the table
   */
  public VectorTable(Path folder, String file, VectorColumns columns) {
    this.folder = folder;
    this.file = file;
    this.columns = columns;
  }

  /**
   * The vectors of the rows, in their order.
   *
   * @param schema the labels of the model that they are for
   * @throws dev.assay.core.problem.InvalidInputException where the table cannot be read, lacks a
   *     column, or says what nobody declared the meaning of
   */
  public List<VectorDraft> read(LabelSchema schema, Progress progress) {
    RowSource.Files rows = new RowSource.Files(List.of(file));
    LoadedDataset loaded = DatasetReader.read(folder, rows, new Texts(rows, schema), progress);
    List<VectorDraft> drafts = new ArrayList<>();
    for (int row = 0; row < loaded.dataset().size(); row++) {
      drafts.add(draft(loaded.dataset(), row, loaded.locations().where(row)));
    }
    return drafts;
  }

  /** All columns are read as they are written; a model's inputs give them their types. */
  private final class Texts implements DeferredSource {

    private final RowSource.Files rows;
    private final LabelSchema schema;

    Texts(RowSource.Files rows, LabelSchema schema) {
      this.rows = rows;
      this.schema = schema;
    }

    @Override
    public DatasetSource declare(List<String> names, Problems problems) {
      List<String> read = columns.columns();
      return DatasetSource.builder(folder, rows, new LabelColumns.Unlabelled(schema))
          .features(new FeatureColumns(read, Set.of(), Set.copyOf(read)))
          .build();
    }

    @Override
    public void check(Dataset dataset, RowLocations locations, Problems problems) {
      for (int row = 0; row < dataset.size(); row++) {
        String value = text(dataset, columns.label(), row).orElse("");
        if (!columns.claims().containsKey(value)) {
          problems.add(
              locations.where(row),
              value.isEmpty()
                  ? "'" + columns.label() + "' is missing."
                  : "nobody declared what '" + value + "' as '" + columns.label() + "' means.",
              NearestName.advice(value, columns.claims().keySet()));
        }
      }
    }
  }

  private VectorDraft draft(Dataset dataset, int row, String place) {
    Map<String, String> input = new LinkedHashMap<>();
    columns
        .inputs()
        .forEach(
            (name, column) ->
                text(dataset, column, row).ifPresent(value -> input.put(name, value)));
    String label = text(dataset, columns.label(), row).orElseThrow();
    return new VectorDraft(
        place,
        columns.id().flatMap(column -> text(dataset, column, row)).orElse(""),
        columns.functionality().flatMap(column -> text(dataset, column, row)).orElse(""),
        Objects.requireNonNull(columns.claims().get(label)),
        List.of(input),
        columns.note().flatMap(column -> text(dataset, column, row)).orElse(""));
  }

  private static Optional<String> text(Dataset dataset, String column, int row) {
    TextColumn texts = (TextColumn) Objects.requireNonNull(dataset.features().get(column));
    return Optional.ofNullable(texts.value(row));
  }
}
