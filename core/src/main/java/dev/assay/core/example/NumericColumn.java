package dev.assay.core.example;

import dev.assay.core.fingerprint.StableHash;

/** Numbers as floats; NaN stands for a missing value. */
public final class NumericColumn implements Column {

  private final float[] values;

  private NumericColumn(float[] values) {
    this.values = values;
  }

  /** A column of these values, copied. */
  public static NumericColumn of(float[] values) {
    return new NumericColumn(values.clone());
  }

  /** A column that takes the array over; the caller must not write to it any more. */
  public static NumericColumn takeOver(float[] values) {
    return new NumericColumn(values);
  }

  /** The value of a row, NaN where it is missing. */
  public float value(int row) {
    return values[row];
  }

  /** A copy of all values. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return Float.isNaN(values[row]);
  }

  @Override
  public NumericColumn select(int[] rows) {
    float[] selected = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = values[rows[i]];
    }
    return new NumericColumn(selected);
  }

  /** Of the value's bits, with one zero and one NaN. */
  @Override
  public long hash(int row) {
    return StableHash.mix(Float.floatToIntBits(values[row] + 0.0f));
  }
}
