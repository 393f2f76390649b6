package dev.assay.data.internal;

import java.util.Objects;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Some consecutive rows of a query result, column by column. */
public final class Batch {

  private final DuckDBReadableVector[] vectors;
  private final int start;
  private final int size;

  Batch(DuckDBDataChunkReader chunk, int start) {
    this.vectors = new DuckDBReadableVector[Math.toIntExact(chunk.columnCount())];
    for (int column = 0; column < vectors.length; column++) {
      vectors[column] = chunk.vector(column);
    }
    this.start = start;
    this.size = Math.toIntExact(chunk.rowCount());
  }

  /** How many rows of the result came before this batch. */
  public int start() {
    return start;
  }

  /** How many rows the batch has. */
  public int size() {
    return size;
  }

  /** How many columns the result has. */
  public int columns() {
    return vectors.length;
  }

  /** Whether a value, by column and row of the batch, is missing. */
  public boolean isMissing(int column, int row) {
    return vectors[column].isNull(row);
  }

  /** The value of a DOUBLE column, NaN where it is missing. */
  public double number(int column, int row) {
    DuckDBReadableVector vector = vectors[column];
    return vector.isNull(row) ? Double.NaN : vector.getDouble(row);
  }

  /** The value of a BIGINT column that is not missing. */
  public long integer(int column, int row) {
    return vectors[column].getLong(row);
  }

  /** The value of a VARCHAR column, or null. */
  public @Nullable String text(int column, int row) {
    DuckDBReadableVector vector = vectors[column];
    return vector.isNull(row) ? null : vector.getString(row);
  }

  /** The value of a VARCHAR column that is not missing. */
  public String required(int column, int row) {
    return Objects.requireNonNull(text(column, row));
  }
}
