package dev.assay.text.onnx;

import dev.assay.text.encoder.FloatTensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * A matrix in 8 bit integers with a scale by row: {@code weight[row][column] ≈ scale[row] ·
 * integer[row][column]}, symmetric around zero. A row of zeros, or of what floats can hardly tell
 * from it, has the scale 1.
 *
 * @param integers row by row, outside the heap
 * @param scales {@code (rows)}
 */
record Quantised(ByteBuffer integers, FloatTensor scales) {

  /** The largest integer where all 8 bits are in use. */
  static final int FULL = 127;

  /** The largest integer where 7 bits are in use. */
  static final int REDUCED = 63;

  /**
   * Quantises a matrix to the nearest integers.
   *
   * @param largest what the largest weight of each row becomes, up to {@link #FULL}
   */
  static Quantised of(FloatTensor matrix, int largest) {
    int rows = matrix.shape()[0];
    int columns = matrix.shape()[1];
    ByteBuffer integers = StoredTensor.bytes((long) rows * columns);
    float[] scales = new float[rows];
    float[] row = new float[columns];
    FloatBuffer values = matrix.values();
    for (int i = 0; i < rows; i++) {
      values.get(row);
      scales[i] = scale(row, largest);
      for (float value : row) {
        integers.put((byte) Math.round(value / scales[i]));
      }
    }
    return new Quantised(integers.flip(), FloatTensor.of(scales, rows));
  }

  /** The integers column by column. */
  ByteBuffer transposed() {
    int rows = scales.size();
    int columns = integers.remaining() / rows;
    ByteBuffer turned = StoredTensor.bytes(integers.remaining());
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        turned.put(integers.get(row * columns + column));
      }
    }
    return turned.flip();
  }

  private static float scale(float[] row, int largest) {
    float most = 0;
    for (float value : row) {
      most = Math.max(most, Math.abs(value));
    }
    // What is not zero but has no exact scale would round to integers beyond the largest.
    return most / largest < Float.MIN_NORMAL ? 1 : most / largest;
  }
}
