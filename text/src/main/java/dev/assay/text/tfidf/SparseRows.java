package dev.assay.text.tfidf;

import java.util.Arrays;

/** A sparse matrix {@code (n, m)} in compressed rows. Immutable. */
final class SparseRows {

  private final int[] starts;
  private final int[] places;
  private final double[] values;

  private SparseRows(int[] starts, int[] places, double[] values) {
    this.starts = starts;
    this.places = places;
    this.values = values;
  }

  /** The number of rows, {@code n}. */
  int size() {
    return starts.length - 1;
  }

  /** How many rows are 0 everywhere. */
  int emptyRows() {
    int count = 0;
    for (int row = 0; row < size(); row++) {
      count += starts[row] == starts[row + 1] ? 1 : 0;
    }
    return count;
  }

  /** Where the entries of a row start; they end where those of the next one start. */
  int start(int row) {
    return starts[row];
  }

  /** The column of an entry; ascending within a row. */
  int place(int entry) {
    return places[entry];
  }

  /** The value of an entry. */
  double value(int entry) {
    return values[entry];
  }

  /** Takes one row after the other. */
  static final class Builder {

    private final int[] starts;
    private int rows;
    private int[] places = new int[1 << 12];
    private double[] values = new double[1 << 12];

    Builder(int rows) {
      starts = new int[rows + 1];
    }

    /** Adds the next row. */
    void add(TfidfFeatures.Row row) {
      int from = starts[rows];
      int to = Math.addExact(from, row.size());
      if (to > places.length) {
        int length = Math.max(to, (int) Math.min(2L * places.length, Integer.MAX_VALUE - 8));
        places = Arrays.copyOf(places, length);
        values = Arrays.copyOf(values, length);
      }
      for (int i = 0; i < row.size(); i++) {
        places[from + i] = row.place(i);
        values[from + i] = row.value(i);
      }
      starts[++rows] = to;
    }

    SparseRows build() {
      if (rows != starts.length - 1) {
        throw new IllegalStateException(rows + " rows of " + (starts.length - 1) + ".");
      }
      return new SparseRows(starts, places, values);
    }
  }
}
