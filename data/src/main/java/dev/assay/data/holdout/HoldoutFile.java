package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.RowSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A frozen holdout on disk: {@code <name>.parquet} with the columns of the declaration that its
 * rows were read by, and {@code <name>.json} with its {@link HoldoutMetadata}.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class HoldoutFile {

  private HoldoutFile() {}

  /**
   * Freezes rows.
   *
   * @param folder where both files are written
   * @param name the holdout
   * @param rows the rows
   * @param declaration the declaration that they were read by, whose column names are written
   * @param createdFrom where the rows came from, in words
   */
  public static HoldoutMetadata write(
      Path folder, String name, Dataset rows, DatasetSource declaration, String createdFrom) {
    throw new UnsupportedOperationException(name);
  }

  /** The declaration that reads a frozen holdout back, by column names. */
  public static DatasetSource declaration(DatasetSource declaration, Path parquet) {
    Path file = parquet.toAbsolutePath();
    return declaration.withRows(
        Objects.requireNonNull(file.getParent()), new RowSource.Files(List.of(file.toString())));
  }
}
