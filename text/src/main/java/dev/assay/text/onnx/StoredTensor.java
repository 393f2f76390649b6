package dev.assay.text.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.assay.text.encoder.FloatTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Tensors as ONNX stores them: little-endian, row-major, as raw bytes outside the heap. The bytes
 * are handed on without a copy, so that a graph of a large encoder costs its weights once.
 */
final class StoredTensor {

  private StoredTensor() {}

  /** A tensor of 32 bit floats. */
  static TensorProto floats(String name, FloatTensor tensor) {
    ByteBuffer raw = bytes((long) tensor.size() * Float.BYTES);
    raw.asFloatBuffer().put(tensor.values());
    return tensor(name, TensorProto.DataType.FLOAT, raw, tensor.shape());
  }

  /** A tensor of 32 bit floats rounded to 16 bits, to even where two are equally near. */
  static TensorProto halves(String name, FloatTensor tensor) {
    ByteBuffer raw = bytes((long) tensor.size() * Short.BYTES);
    FloatBuffer values = tensor.values();
    while (values.hasRemaining()) {
      raw.putShort(Float.floatToFloat16(values.get()));
    }
    return tensor(name, TensorProto.DataType.FLOAT16, raw.flip(), tensor.shape());
  }

  /** A tensor of 8 bit integers over bytes that are not copied. */
  static TensorProto integers(String name, ByteBuffer values, int... shape) {
    return tensor(name, TensorProto.DataType.INT8, values, shape);
  }

  /** A tensor of one dimension of 64 bit integers. */
  static TensorProto longs(String name, long... values) {
    ByteBuffer raw = bytes((long) values.length * Long.BYTES);
    raw.asLongBuffer().put(values);
    return tensor(name, TensorProto.DataType.INT64, raw, values.length);
  }

  /** One 64 bit integer, a tensor without dimensions. */
  static TensorProto wholeNumber(String name, long value) {
    return tensor(name, TensorProto.DataType.INT64, bytes(Long.BYTES).putLong(value).flip());
  }

  /** One 32 bit float, a tensor without dimensions. */
  static TensorProto scalar(String name, float value) {
    return tensor(name, TensorProto.DataType.FLOAT, bytes(Float.BYTES).putFloat(value).flip());
  }

  /** Room for so many bytes outside the heap, little-endian. */
  static ByteBuffer bytes(long count) {
    return ByteBuffer.allocateDirect(Math.toIntExact(count)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static TensorProto tensor(
      String name, TensorProto.DataType type, ByteBuffer raw, int... shape) {
    ByteString bytes = UnsafeByteOperations.unsafeWrap(raw);
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber()).setRawData(bytes);
    for (int size : shape) {
      tensor.addDims(size);
    }
    return tensor.build();
  }
}
