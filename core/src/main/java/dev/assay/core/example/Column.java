package dev.assay.core.example;

/** A column of a dataset: one value, or none, for each of {@code n} examples. Immutable. */
public sealed interface Column permits NumericColumn, CategoricalColumn, TextColumn {

  /** The number of rows, {@code n}. */
  int size();

  /** Whether the row has no value here. */
  boolean isMissing(int row);

  /** The column of some rows, in the order given. */
  Column select(int[] rows);

  /** A stable 64-bit hash of a row's value; missing values share one hash. */
  long hash(int row);
}
