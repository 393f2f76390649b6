package dev.assay.text.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.assay.core.model.ModelFiles;
import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.encoder.RelativeBuckets;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Pooling;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The weights in a file that {@link OnnxWriter} wrote, to be trained on. What it folded stays
 * folded: positions hold what the first segment adds, so that the segments become zeros. The scale
 * of the queries is taken out again, which rounds.
 */
public final class OnnxWeights {

  private static final String SEGMENTS = "embeddings.token_type_embeddings.weight";
  private static final String RELATIVE = "encoder.relative_attention_bias.weight";
  private static final List<String> MAPS = List.of("query", "key", "value");

  private final Map<String, TensorProto> stored = new HashMap<>();
  private final Set<String> nodes = new HashSet<>();
  private final String precision;

  private OnnxWeights(ModelProto model) {
    model.getGraph().getInitializerList().forEach(one -> stored.put(one.getName(), one));
    model.getGraph().getNodeList().stream().map(NodeProto::getName).forEach(nodes::add);
    precision =
        model.getMetadataPropsList().stream()
            .filter(entry -> entry.getKey().equals(OnnxWriter.PRECISION))
            .map(StringStringEntryProto::getValue)
            .findFirst()
            .orElse("");
  }

  /**
   * The weights in a file.
   *
   * @param name the file, to name in a problem
   * @throws dev.assay.core.problem.InvalidInputException where it is damaged
   */
  public static OnnxWeights read(byte[] file, String name) {
    try {
      return new OnnxWeights(ModelProto.parseFrom(file));
    } catch (InvalidProtocolBufferException e) {
      throw ModelFiles.damaged(name, "it is no ONNX file.");
    }
  }

  /** The precision that they are stored in, e.g. {@code fp16}. */
  public String precision() {
    return precision;
  }

  /** Whether they are floating-point numbers, from which training can go on. */
  public boolean areFloats() {
    return precision.equals(Precision.FP32.word()) || precision.equals(Precision.FP16.word());
  }

  /** How the vectors of the tokens become one. */
  public Pooling pooling() {
    if (nodes.contains("head/first_token")) {
      return Pooling.CLS;
    }
    if (nodes.contains("head/learned")) {
      return Pooling.ATTENTION;
    }
    return nodes.contains("head/last_mean") ? Pooling.LAST4_MEAN : Pooling.MEAN;
  }

  /** How many linear maps the head has. */
  public int linearMaps() {
    return count("head.%d.weight");
  }

  /** How many layers the encoder has. */
  public int layers() {
    return count("encoder.layer.%d.output.LayerNorm.weight");
  }

  private int count(String name) {
    int count = 0;
    while (stored.containsKey(name.formatted(count))) {
      count++;
    }
    return count;
  }

  /** Whether attention has as many heads as an architecture says. */
  public boolean hasHeadsOf(Architecture architecture) {
    return stored.containsKey(
        "int64_0_0_%d_%d".formatted(architecture.heads(), architecture.headWidth()));
  }

  /**
   * The weights for a classifier of some form, as far as the file has them in the shape that they
   * have there; of floats only.
   */
  public Map<String, FloatTensor> tensors(Classifier form) {
    Map<String, FloatTensor> found = new LinkedHashMap<>();
    form.tensors()
        .forEach(
            (name, tensor) ->
                tensor(name, tensor, form.encoder().architecture())
                    .filter(own -> Arrays.equals(own.shape(), tensor.shape()))
                    .ifPresent(own -> found.put(name, own)));
    return found;
  }

  private Optional<FloatTensor> tensor(String name, FloatTensor form, Architecture architecture) {
    if (name.equals(SEGMENTS)) {
      return Optional.of(FloatTensor.of(new float[form.size()], form.shape()));
    }
    if (name.equals(RELATIVE)) {
      return stored("encoder.relative_attention_bias")
          .map(biases -> byBucket(biases, form, architecture));
    }
    for (int map = 0; map < MAPS.size(); map++) {
      String place = ".self." + MAPS.get(map) + ".";
      if (name.contains(place)) {
        return ofJoint(name.replace(place, ".self.joint."), map, architecture);
      }
    }
    boolean isMatrix = name.startsWith("encoder.") && name.endsWith(".dense.weight");
    Optional<FloatTensor> own = stored(name);
    return isMatrix ? own.map(FloatTensor::transposed) : own;
  }

  /** The third of a joint weight or bias that is of one map. */
  private Optional<FloatTensor> ofJoint(String name, int map, Architecture architecture) {
    Optional<FloatTensor> joint =
        name.endsWith(".weight") ? stored(name).map(FloatTensor::transposed) : stored(name);
    int width = architecture.width();
    if (joint.isEmpty() || joint.get().shape()[0] != MAPS.size() * width) {
      return Optional.empty();
    }
    int[] shape = joint.get().shape();
    shape[0] = width;
    float scale = map == 0 ? (float) (1 / Math.sqrt(architecture.headWidth())) : 1;
    float[] values = new float[joint.get().size() / MAPS.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = joint.get().value(map * values.length + i) / scale;
    }
    return Optional.of(FloatTensor.of(values, shape));
  }

  /** The bias of each bucket from the distances that fall into it; others keep what they have. */
  private static FloatTensor byBucket(
      FloatTensor biases, FloatTensor form, Architecture architecture) {
    float[] values = new float[form.size()];
    form.values().get(values);
    int heads = architecture.heads();
    int distances = 2 * architecture.longestText() - 1;
    for (int i = 0; i < distances && biases.size() == heads * distances; i++) {
      int distance = i - (architecture.longestText() - 1);
      int bucket = RelativeBuckets.bucket(distance, architecture.relativeBuckets());
      for (int head = 0; head < heads; head++) {
        values[bucket * heads + head] = biases.value(head * distances + i);
      }
    }
    return FloatTensor.of(values, form.shape());
  }

  private Optional<FloatTensor> stored(String name) {
    return Optional.ofNullable(stored.get(name)).map(OnnxWeights::floats);
  }

  private static FloatTensor floats(TensorProto tensor) {
    int[] shape = tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
    ByteString raw = tensor.getRawData();
    ByteBuffer bytes = ByteBuffer.allocateDirect(raw.size()).order(ByteOrder.LITTLE_ENDIAN);
    raw.copyTo(bytes);
    bytes.flip();
    if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
      return FloatTensor.over(bytes.asFloatBuffer(), shape);
    }
    float[] values = new float[raw.size() / Short.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.float16ToFloat(bytes.getShort());
    }
    return FloatTensor.of(values, shape);
  }
}
