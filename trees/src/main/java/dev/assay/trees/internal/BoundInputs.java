package dev.assay.trees.internal;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.NumericColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inputs of a model, found in one dataset of {@code n} rows. Thread-safe. */
public final class BoundInputs {

  /** The code of a level that training did not see, or saw too rarely. */
  public static final int UNKNOWN_LEVEL = -2;

  private final Reader[] readers;
  private final int rows;

  BoundInputs(List<Reader> readers, int rows) {
    this.readers = readers.toArray(new Reader[0]);
    this.rows = rows;
  }

  /** The number of rows, {@code n}. */
  public int rows() {
    return rows;
  }

  /** The number of inputs, {@code m}. */
  public int size() {
    return readers.length;
  }

  /** A number, or the code of a level as a number; NaN where it is missing or unknown. */
  public float value(int row, int input) {
    return readers[input].value(row);
  }

  /**
   * The code of a categorical input's level among those that the model knows, {@link
   * CategoricalColumn#MISSING} or {@link #UNKNOWN_LEVEL}.
   *
   * @throws ClassCastException for a numeric input
   */
  public int code(int row, int input) {
    return ((LevelReader) readers[input]).code(row);
  }

  /**
   * The values of some rows as a row-major matrix {@code (rows.length, m)}.
   *
   * @throws IllegalArgumentException where the matrix does not fit an array
   */
  public float[] matrix(int[] selected) {
    int m = readers.length;
    if ((long) selected.length * m > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          selected.length + " rows of " + m + " inputs do not fit one matrix.");
    }
    float[] matrix = new float[selected.length * m];
    for (int j = 0; j < m; j++) {
      Reader reader = readers[j];
      for (int i = 0, at = j; i < selected.length; i++, at += m) {
        matrix[at] = reader.value(selected[i]);
      }
    }
    return matrix;
  }

  /** Reads one input. */
  sealed interface Reader {
    float value(int row);
  }

  record NumberReader(NumericColumn column) implements Reader {
    @Override
    public float value(int row) {
      return column.value(row);
    }
  }

  /** Translates the codes of a dataset into those of training. */
  static final class LevelReader implements Reader {

    private final CategoricalColumn column;
    private final int[] translated;

    private LevelReader(CategoricalColumn column, int[] translated) {
      this.column = column;
      this.translated = translated;
    }

    static LevelReader of(CategoricalColumn column, List<String> known) {
      Map<String, Integer> codes = new HashMap<>();
      for (int code = 0; code < known.size(); code++) {
        codes.put(known.get(code), code);
      }
      int[] translated =
          column.levels().stream()
              .mapToInt(level -> codes.getOrDefault(level, UNKNOWN_LEVEL))
              .toArray();
      return new LevelReader(column, translated);
    }

    int code(int row) {
      int code = column.code(row);
      return code == CategoricalColumn.MISSING ? code : translated[code];
    }

    @Override
    public float value(int row) {
      int code = code(row);
      return code < 0 ? Float.NaN : code;
    }
  }
}
