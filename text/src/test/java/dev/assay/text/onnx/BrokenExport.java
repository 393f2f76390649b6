package dev.assay.text.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Files as an exporter writes them that lost the scales of its weights: they open, and run. */
public final class BrokenExport {

  private BrokenExport() {}

  /**
   * A file with every scale of its 8 bit integers, and every 16 bit float, set to one number.
   *
   * @param file bytes of {@link OnnxWriter} in another precision than {@link Precision#FP32}
   * @param value e.g. 0 or NaN
   */
  public static byte[] withScales(byte[] file, float value) {
    ModelProto.Builder model = parse(file).toBuilder();
    int broken = 0;
    for (TensorProto.Builder tensor : model.getGraphBuilder().getInitializerBuilderList()) {
      if (tensor.getName().endsWith(".scale")) {
        tensor.setRawData(filled(tensor, Float.BYTES, ByteBuffer::putFloat, value));
        broken++;
      } else if (tensor.getDataType() == TensorProto.DataType.FLOAT16.getNumber()) {
        tensor.setRawData(
            filled(tensor, Short.BYTES, (to, v) -> to.putShort(Float.floatToFloat16(v)), value));
        broken++;
      }
    }
    if (broken == 0) {
      throw new IllegalArgumentException("The file has neither scales nor 16 bit floats.");
    }
    return model.build().toByteArray();
  }

  private static ByteString filled(TensorProto.Builder tensor, int width, Put put, float value) {
    ByteBuffer raw = ByteBuffer.allocate(tensor.getRawData().size()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < raw.capacity() / width; i++) {
      put.put(raw, value);
    }
    return ByteString.copyFrom(raw.flip());
  }

  private static ModelProto parse(byte[] file) {
    try {
      return ModelProto.parseFrom(file);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("No ONNX file.", e);
    }
  }

  /** Writes a number in some width. */
  private interface Put {
    void put(ByteBuffer to, float value);
  }
}
