package dev.assay.text.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Numbers of some shape in row-major order, outside the heap. Immutable. */
public final class FloatTensor {

  private final int[] shape;
  private final FloatBuffer values;

  private FloatTensor(int[] shape, FloatBuffer values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * A tensor over a direct buffer, which is not copied and must not change afterwards.
   *
   * @param values as many, from position to limit, as the shape says
   */
  public static FloatTensor over(FloatBuffer values, int... shape) {
    if (!values.isDirect()) {
      throw new IllegalArgumentException("Not a direct buffer.");
    }
    if (values.remaining() != size(shape)) {
      throw new IllegalArgumentException(
          values.remaining() + " numbers for a shape of " + Arrays.toString(shape) + ".");
    }
    return new FloatTensor(shape.clone(), values.slice().asReadOnlyBuffer());
  }

  /** A tensor of these numbers, copied. */
  public static FloatTensor of(float[] values, int... shape) {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    buffer.put(values).flip();
    return over(buffer, shape);
  }

  /** The sizes of its dimensions; empty for a single number. */
  public int[] shape() {
    return shape.clone();
  }

  /** How many numbers there are. */
  public int size() {
    return values.remaining();
  }

  /** The numbers in row-major order: a read-only view of its own position. */
  public FloatBuffer values() {
    return values.duplicate();
  }

  /** The number at a place in row-major order. */
  public float value(int place) {
    return values.get(place);
  }

  /** A copy with rows and columns exchanged; of two dimensions only. */
  public FloatTensor transposed() {
    if (shape.length != 2) {
      throw new IllegalArgumentException("Not a matrix: " + Arrays.toString(shape));
    }
    float[] turned = new float[size()];
    for (int row = 0; row < shape[0]; row++) {
      for (int column = 0; column < shape[1]; column++) {
        turned[column * shape[0] + row] = values.get(row * shape[1] + column);
      }
    }
    return of(turned, shape[1], shape[0]);
  }

  private static int size(int[] shape) {
    int size = 1;
    for (int length : shape) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }
}
