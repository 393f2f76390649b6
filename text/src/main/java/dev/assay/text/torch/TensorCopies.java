package dev.assay.text.torch;

import dev.assay.text.encoder.FloatTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Takes weights into libtorch's memory and out of it. */
final class TensorCopies {

  private TensorCopies() {}

  /** A tensor of these numbers, which the caller closes. */
  static Tensor in(FloatTensor source) {
    long[] shape = Arrays.stream(source.shape()).asLongStream().toArray();
    Tensor target = torch.empty(shape);
    into(target, source);
    return target;
  }

  /** Puts numbers in the place of those of a tensor of the same shape. */
  static void into(Tensor target, FloatTensor source) {
    NativeScope.run(
        () -> target.data_ptr_float().capacity(source.size()).asBuffer().put(source.values()));
  }

  /** The numbers of a tensor, copied. */
  static FloatTensor out(Tensor tensor) {
    FloatTensor view = view(tensor);
    FloatBuffer values =
        ByteBuffer.allocateDirect(Math.multiplyExact(view.size(), Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    values.put(view.values());
    return FloatTensor.over(values.flip(), view.shape());
  }

  /** The numbers of a tensor where they lie: good until it is changed or closed. */
  static FloatTensor view(Tensor tensor) {
    return NativeScope.call(
        () -> {
          int[] shape = new int[Math.toIntExact(tensor.dim())];
          for (int i = 0; i < shape.length; i++) {
            shape[i] = Math.toIntExact(tensor.size(i));
          }
          FloatPointer stored = tensor.data_ptr_float();
          return FloatTensor.over(stored.capacity(tensor.numel()).asBuffer(), shape);
        });
  }
}
