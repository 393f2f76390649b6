package dev.assay.data.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Columns that are written as a Parquet file, in order of rows. One thread writes, so that equal
 * columns give equal bytes with one version of DuckDB.
 */
public final class TableFile {

  private static final String TABLE = "columns";

  private final int rows;
  private final List<Written> columns = new ArrayList<>();

  /** A column: its type while it is collected, and how it is selected. */
  private record Written(String name, String type, String selected, Cell cell) {}

  private interface Cell {
    void append(DuckDBAppender appender, int row) throws SQLException;
  }

  /** A number of a row. */
  public interface Numbers {

    /** The number, NaN where it is missing. */
    float of(int row);
  }

  /** A table of so many rows and no column yet. */
  public TableFile(int rows) {
    this.rows = rows;
  }

  /** Adds a column of texts, null for missing. */
  public TableFile texts(String name, IntFunction<@Nullable String> values) {
    return add(name, "VARCHAR", DuckDb.name(name), (to, row) -> appendText(to, values.apply(row)));
  }

  /** Adds a column of lists of texts, null for missing. */
  public TableFile lists(String name, IntFunction<@Nullable List<String>> values) {
    String column = DuckDb.name(name);
    String list =
        "CASE WHEN %1$s = '' THEN []::VARCHAR[] ELSE string_split(%1$s, chr(31)) END AS %1$s"
            .formatted(column);
    return add(
        name,
        "VARCHAR",
        list,
        (to, row) -> {
          List<String> value = values.apply(row);
          appendText(to, value == null ? null : String.join("\u001f", value));
        });
  }

  /** Adds a column of numbers. */
  public TableFile numbers(String name, Numbers values) {
    return add(
        name,
        "FLOAT",
        DuckDb.name(name),
        (to, row) -> {
          float value = values.of(row);
          if (Float.isNaN(value)) {
            to.appendNull();
          } else {
            to.append(value);
          }
        });
  }

  /** Adds a column of whole numbers, null for missing. */
  public TableFile integers(String name, IntFunction<@Nullable Long> values) {
    return add(
        name,
        "BIGINT",
        DuckDb.name(name),
        (to, row) -> {
          Long value = values.apply(row);
          if (value == null) {
            to.appendNull();
          } else {
            to.append(value.longValue());
          }
        });
  }

  /** Adds a column of times. */
  public TableFile times(String name, IntToLongFunction epochSeconds) {
    return add(
        name,
        "TIMESTAMP",
        DuckDb.name(name),
        (to, row) -> to.appendEpochMicros(1_000_000 * epochSeconds.applyAsLong(row)));
  }

  private TableFile add(String name, String type, String selected, Cell cell) {
    columns.add(new Written(name, type, selected, cell));
    return this;
  }

  private static void appendText(DuckDBAppender to, @Nullable String value) throws SQLException {
    if (value == null) {
      to.appendNull();
    } else {
      to.append(value);
    }
  }

  /** Writes the columns as Parquet, at once or not at all. */
  public void writeParquet(Path file) {
    AtomicFile.write(file, path -> copyTo(path, "FORMAT parquet, COMPRESSION zstd"));
  }

  /** Writes the columns as CSV with a header line, at once or not at all. */
  public void writeCsv(Path file) {
    AtomicFile.write(file, path -> copyTo(path, "FORMAT csv, HEADER"));
  }

  private void copyTo(Path path, String format) throws IOException {
    try (DuckDb database = DuckDb.open()) {
      database.execute(
          columns.stream()
              .map(column -> DuckDb.name(column.name) + " " + column.type)
              .collect(Collectors.joining(", ", "CREATE TEMP TABLE " + TABLE + " (", ")")));
      database.append(TABLE, this::append);
      String selected = columns.stream().map(Written::selected).collect(Collectors.joining(", "));
      database.copy("SELECT " + selected + " FROM " + TABLE, path, format);
    } catch (SQLException e) {
      throw new IOException(DuckDb.message(e), e);
    }
  }

  private void append(DuckDBAppender appender) throws SQLException {
    for (int row = 0; row < rows; row++) {
      appender.beginRow();
      for (Written column : columns) {
        column.cell.append(appender, row);
      }
      appender.endRow();
    }
  }
}
