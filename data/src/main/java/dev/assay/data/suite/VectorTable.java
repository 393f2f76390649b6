package dev.assay.data.suite;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TextColumn;
import dev.assay.core.label.LabelSchema;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads vectors from a CSV, JSON lines or Parquet table, a row each. */
public final class VectorTable {

  /**
   * Which labels there are is not looked at: a model's schema is held against the vectors later.
   */
  private static final LabelSchema NONE = LabelSchema.binary("any");

  private final Path folder;
  private final String file;
  private final VectorLayout layout;

  /**
   * A table.
   *
   * @param folder where a relative path starts
   * @param file the path of the table
   * @param layout what its columns say
   */
  public VectorTable(Path folder, String file, VectorLayout layout) {
    this.folder = folder;
    this.file = file;
    this.layout = layout;
  }

  /**
   * The vectors of the rows, in their order.
   *
   * @throws dev.assay.core.problem.InvalidInputException where the table cannot be read, lacks a
   *     column, or says what has no meaning
   */
  public List<VectorDraft> read(Progress progress) {
    RowSource.Files rows = new RowSource.Files(List.of(file));
    LoadedDataset loaded = DatasetReader.read(folder, rows, new Texts(rows), progress);
    List<VectorDraft> drafts = new ArrayList<>();
    for (int row = 0; row < loaded.dataset().size(); row++) {
      drafts.add(layout.draft(new TextRow(loaded.dataset(), row, loaded.locations())));
    }
    return drafts;
  }

  /** All columns are read as they are written; a model's inputs give them their types. */
  private final class Texts implements DeferredSource {

    private final RowSource.Files rows;

    Texts(RowSource.Files rows) {
      this.rows = rows;
    }

    @Override
    public DatasetSource declare(List<String> names, Problems problems) {
      List<String> read = layout.columns(names);
      return DatasetSource.builder(folder, rows, new LabelColumns.Unlabelled(NONE))
          .features(new FeatureColumns(read, Set.of(), present(read, names)))
          .build();
    }

    /** One that is missing is a problem as a feature already. */
    private static Set<String> present(List<String> read, List<String> names) {
      return read.stream().filter(names::contains).collect(Collectors.toSet());
    }

    @Override
    public void check(Dataset dataset, RowLocations locations, Problems problems) {
      for (int row = 0; row < dataset.size(); row++) {
        layout.check(new TextRow(dataset, row, locations), problems);
      }
    }
  }

  /** A row of a dataset all of whose features are texts. */
  private record TextRow(Dataset dataset, int number, RowLocations locations)
      implements VectorLayout.Row {

    @Override
    public String place() {
      return locations.where(number);
    }

    @Override
    public List<String> columns() {
      return List.copyOf(dataset.features().keySet());
    }

    @Override
    public Optional<String> value(String column) {
      return Optional.ofNullable(dataset.features().get(column))
          .map(TextColumn.class::cast)
          .flatMap(texts -> Optional.ofNullable(texts.value(number)));
    }
  }
}
