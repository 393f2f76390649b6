package dev.assay.text.encoder;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import dev.assay.core.problem.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a BERT from the ONNX file that Hugging Face's exporter made of it. Embeddings, biases and
 * norms keep their names there; the matrices of linear maps are anonymous, transposed, and told by
 * the node that multiplies with them, such as {@code /encoder/layer.0/attention/self/query/MatMul}.
 */
final class OnnxEncoder {

  private static final Pattern LAYER = Pattern.compile("encoder\\.layer\\.(\\d+)\\..*");
  private static final double EPSILON = 1e-12;

  private OnnxEncoder() {}

  /**
   * Reads the weights.
   *
   * @param name the file, to name in a problem
   * @param heads how many attention heads a layer has, which the file does not tell
   */
  static EncoderWeights read(InputStream file, String name, int heads) throws IOException {
    OnnxMl.GraphProto graph = parse(file, name).getGraph();
    Map<String, String> matrices = matrices(graph);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (OnnxMl.TensorProto tensor : graph.getInitializerList()) {
      if (tensor.getDataType() != OnnxMl.TensorProto.DataType.FLOAT_VALUE) {
        continue;
      }
      String matrix = matrices.get(tensor.getName());
      if (matrix != null) {
        tensors.put(matrix, floats(tensor).transposed());
      } else if (!tensor.getName().startsWith("pooler.")) {
        tensors.put(tensor.getName(), floats(tensor));
      }
    }
    return new EncoderWeights(architecture(tensors, heads), tensors);
  }

  private static OnnxMl.ModelProto parse(InputStream file, String name) throws IOException {
    CodedInputStream coded = CodedInputStream.newInstance(file);
    coded.setSizeLimit(Integer.MAX_VALUE);
    try {
      return OnnxMl.ModelProto.parseFrom(coded);
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new InvalidInputException(
          name, "is no ONNX file, or a damaged one: " + e.getMessage() + ".", "Fetch it again.");
    }
  }

  /** The name that a matrix has by the node that multiplies with it. */
  private static Map<String, String> matrices(OnnxMl.GraphProto graph) {
    Map<String, String> names = new HashMap<>();
    for (OnnxMl.NodeProto node : graph.getNodeList()) {
      if (node.getOpType().equals("MatMul") && node.getName().endsWith("/MatMul")) {
        String path = node.getName();
        String module = path.substring(1, path.length() - "/MatMul".length()).replace('/', '.');
        names.put(node.getInput(1), module + ".weight");
      }
    }
    return names;
  }

  private static FloatTensor floats(OnnxMl.TensorProto tensor) {
    int[] shape = tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
    ByteString raw = tensor.getRawData();
    ByteBuffer buffer = ByteBuffer.allocateDirect(raw.size()).order(ByteOrder.LITTLE_ENDIAN);
    raw.copyTo(buffer);
    buffer.flip();
    return FloatTensor.over(buffer.asFloatBuffer(), shape);
  }

  private static Architecture architecture(Map<String, FloatTensor> tensors, int heads) {
    int[] words = shape(tensors, "embeddings.word_embeddings.weight");
    int layers = 0;
    for (String name : tensors.keySet()) {
      var layer = LAYER.matcher(name);
      if (layer.matches()) {
        layers = Math.max(layers, Integer.parseInt(layer.group(1)) + 1);
      }
    }
    return new Architecture(
        words[0],
        shape(tensors, "embeddings.position_embeddings.weight")[0],
        0,
        shape(tensors, "embeddings.token_type_embeddings.weight")[0],
        words[1],
        layers,
        heads,
        shape(tensors, "encoder.layer.0.intermediate.dense.bias")[0],
        EPSILON,
        0,
        0);
  }

  private static int[] shape(Map<String, FloatTensor> tensors, String name) {
    FloatTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("The tensor '" + name + "' is missing.");
    }
    return tensor.shape();
  }
}
