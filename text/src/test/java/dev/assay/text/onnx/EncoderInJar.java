package dev.assay.text.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An encoder that a jar on the class path ships as the ONNX file of PyTorch's exporter: matrices
 * are transposed and lost their names, which those of their nodes tell.
 */
final class EncoderInJar {

  private static final int HEAD_WIDTH = 32;

  private final byte[] bytes;
  private final EncoderWeights weights;

  private EncoderInJar(byte[] bytes, EncoderWeights weights) {
    this.bytes = bytes;
    this.weights = weights;
  }

  /** The file. */
  byte[] bytes() {
    return bytes;
  }

  /** The weights in it. */
  EncoderWeights weights() {
    return weights;
  }

  /** Reads a resource such as {@code all-minilm-l6-v2.onnx}. */
  static EncoderInJar read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(EncoderInJar.class.getResourceAsStream("/" + resource), resource)) {
      byte[] bytes = in.readAllBytes();
      CodedInputStream coded = CodedInputStream.newInstance(bytes);
      coded.enableAliasing(true);
      return new EncoderInJar(bytes, weights(ModelProto.parseFrom(coded)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EncoderWeights weights(ModelProto model) {
    Map<String, String> matrices = new HashMap<>();
    for (NodeProto node : model.getGraph().getNodeList()) {
      if (node.getOpType().equals("MatMul")) {
        String path = node.getName().substring(1, node.getName().lastIndexOf('/'));
        node.getInputList().forEach(in -> matrices.put(in, path.replace('/', '.') + ".weight"));
      }
    }
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (TensorProto stored : model.getGraph().getInitializerList()) {
      if (stored.getDataType() == TensorProto.DataType.FLOAT.getNumber()
          && stored.getDimsCount() > 0) {
        boolean matrix = stored.getName().startsWith("onnx::");
        FloatTensor tensor = tensor(stored);
        tensors.put(
            matrix ? Objects.requireNonNull(matrices.get(stored.getName())) : stored.getName(),
            matrix ? tensor.transposed() : tensor);
      }
    }
    tensors.keySet().removeIf(name -> name.startsWith("pooler."));
    return new EncoderWeights(architecture(tensors), tensors);
  }

  private static FloatTensor tensor(TensorProto stored) {
    ByteBuffer copy =
        ByteBuffer.allocateDirect(stored.getRawData().size()).order(ByteOrder.LITTLE_ENDIAN);
    stored.getRawData().copyTo(copy);
    copy.flip();
    int[] shape = stored.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
    return FloatTensor.over(copy.asFloatBuffer(), shape);
  }

  private static Architecture architecture(Map<String, FloatTensor> tensors) {
    int[] words = shape(tensors, "embeddings.word_embeddings.weight");
    int layers = 0;
    while (tensors.containsKey("encoder.layer." + layers + ".output.dense.weight")) {
      layers++;
    }
    return new Architecture(
        words[0],
        shape(tensors, "embeddings.position_embeddings.weight")[0],
        0,
        shape(tensors, "embeddings.token_type_embeddings.weight")[0],
        words[1],
        layers,
        words[1] / HEAD_WIDTH,
        shape(tensors, "encoder.layer.0.intermediate.dense.weight")[0],
        1e-12,
        0,
        0);
  }

  private static int[] shape(Map<String, FloatTensor> tensors, String name) {
    return Objects.requireNonNull(tensors.get(name), name).shape();
  }
}
