package dev.assay.data.leak;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.fingerprint.StableHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether two rows of a table say nearly the same. Immutable. */
final class RowAgreement {

  /** This share of the features must agree. */
  static final double LEAST_SHARE = 0.9;

  /** So many of the agreeing features must not be missing: empty rows identify nobody. */
  static final int LEAST_KNOWN = 3;

  /** Numbers agree within this share of the spread of their column. */
  static final double TOLERANCE = 0.01;

  /** So many rows, picked by the hash of their id, are enough to know a spread. */
  private static final int SAMPLE = 100_000;

  private final NumericColumn[] numbers;
  private final float[] tolerances;
  private final CategoricalColumn[] categories;
  private final int mayDiffer;

  RowAgreement(Dataset dataset) {
    List<NumericColumn> numeric = new ArrayList<>();
    List<CategoricalColumn> categorical = new ArrayList<>();
    for (Column column : dataset.features().values()) {
      if (column instanceof NumericColumn number) {
        numeric.add(number);
      } else if (column instanceof CategoricalColumn category) {
        categorical.add(category);
      }
    }
    numbers = numeric.toArray(NumericColumn[]::new);
    categories = categorical.toArray(CategoricalColumn[]::new);
    int columns = numbers.length + categories.length;
    // The small number keeps 0.9 x 10 from becoming more than 9.
    mayDiffer = columns - (int) Math.ceil(LEAST_SHARE * columns - 1e-9);
    int[] sample = sample(dataset);
    tolerances = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      tolerances[i] = (float) (TOLERANCE * spread(numbers[i], sample));
    }
  }

  /** By id, so that the order of rows does not matter. */
  private static int[] sample(Dataset dataset) {
    double share = (double) SAMPLE / Math.max(1, dataset.size());
    int[] rows = new int[dataset.size()];
    int size = 0;
    for (int row = 0; row < rows.length; row++) {
      if (share >= 1 || StableHash.unit(StableHash.of(dataset.attributes().id(row))) < share) {
        rows[size++] = row;
      }
    }
    return Arrays.copyOf(rows, size);
  }

  /** The interquartile range, or the standard deviation where that is 0. */
  private static double spread(NumericColumn column, int[] sample) {
    float[] values = new float[sample.length];
    int size = 0;
    for (int row : sample) {
      if (!column.isMissing(row)) {
        values[size++] = column.value(row);
      }
    }
    if (size == 0) {
      return 0;
    }
    Arrays.sort(values, 0, size);
    double range = (double) values[(size - 1) * 3 / 4] - values[(size - 1) / 4];
    return range > 0 ? range : standardDeviation(values, size);
  }

  private static double standardDeviation(float[] values, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += values[i];
    }
    double mean = sum / size;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(squares / size);
  }

  /** How many features there are. */
  int columns() {
    return numbers.length + categories.length;
  }

  boolean isNearDuplicate(int row, int other) {
    int differing = 0;
    int knownAgreeing = 0;
    for (int i = 0; i < numbers.length; i++) {
      float a = numbers[i].value(row);
      float b = numbers[i].value(other);
      if (a == b || Math.abs(a - b) <= tolerances[i]) {
        knownAgreeing++;
      } else if (!(Float.isNaN(a) && Float.isNaN(b)) && ++differing > mayDiffer) {
        return false;
      }
    }
    for (CategoricalColumn category : categories) {
      int a = category.code(row);
      if (a != category.code(other)) {
        if (++differing > mayDiffer) {
          return false;
        }
      } else if (a != CategoricalColumn.MISSING) {
        knownAgreeing++;
      }
    }
    return knownAgreeing >= LEAST_KNOWN;
  }

  /**
   * Adds the rounded values of one column to the keys of all rows. Two numbers within the tolerance
   * are in one cell unless a border of cells lies between them: at most once in {@code cells}.
   *
   * @param keys the key so far of each row
   * @param column the feature, numbers first
   * @param cells the width of a cell in tolerances
   * @param shift where the borders lie, in {@code [0, 1)} of a cell
   */
  void addToKeys(long[] keys, int column, int cells, double shift) {
    if (column >= numbers.length) {
      CategoricalColumn category = categories[column - numbers.length];
      for (int row = 0; row < keys.length; row++) {
        keys[row] = StableHash.combine(keys[row], category.code(row));
      }
      return;
    }
    NumericColumn number = numbers[column];
    double width = (double) tolerances[column] * cells;
    for (int row = 0; row < keys.length; row++) {
      keys[row] = StableHash.combine(keys[row], cell(number.value(row), width, shift));
    }
  }

  private static long cell(float value, double width, double shift) {
    if (width == 0 || Float.isNaN(value)) {
      return Float.floatToIntBits(value + 0.0f);
    }
    return (long) Math.floor(value / width + shift);
  }
}
