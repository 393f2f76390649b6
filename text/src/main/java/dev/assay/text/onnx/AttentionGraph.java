package dev.assay.text.onnx;

import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Self-attention with several heads (Vaswani et al., 2017). Queries, keys and values come of one
 * product over the three weights laid end to end, and the scale of the logits is in the weights of
 * the queries.
 */
final class AttentionGraph {

  private static final List<String> MAPS = List.of("query", "key", "value");

  private final GraphBuilder graph;
  private final WeightStorage storage;
  private final EncoderWeights weights;

  AttentionGraph(GraphBuilder graph, WeightStorage storage, EncoderWeights weights) {
    this.graph = graph;
    this.storage = storage;
    this.weights = weights;
  }

  /**
   * What the tokens gather from one another, {@code (B, T, d)}.
   *
   * @param input hidden states {@code (B, T, d)}
   * @param bias what is added to the logits, of a shape that stretches to {@code (B, heads, T, T)}
   */
  String of(String name, String input, String bias) {
    int width = weights.architecture().width();
    String joint =
        storage.linear(
            graph,
            name + "self.joint",
            input,
            joint(name + "self.%s.weight", 3 * width, width),
            joint(name + "self.%s.bias", 3 * width));
    List<String> parts =
        graph.operation(
            "Split",
            name + "split",
            MAPS.stream().map(map -> name + map).toList(),
            List.of(joint, graph.longs(width, width, width)),
            GraphBuilder.attribute("axis", -1));
    String queries = byHead(parts.get(0), List.of(0L, 2L, 1L, 3L));
    String keys = byHead(parts.get(1), List.of(0L, 2L, 3L, 1L));
    String values = byHead(parts.get(2), List.of(0L, 2L, 1L, 3L));
    String logits = graph.operation("MatMul", name + "logits", List.of(queries, keys));
    String biased = graph.operation("Add", name + "biased", List.of(logits, bias));
    String shares =
        graph.operation(
            "Softmax", name + "shares", List.of(biased), GraphBuilder.attribute("axis", -1));
    String gathered = graph.operation("MatMul", name + "gathered", List.of(shares, values));
    return together(name, gathered, width);
  }

  private String byHead(String part, List<Long> order) {
    long heads = weights.architecture().heads();
    long width = weights.architecture().headWidth();
    String split =
        graph.operation("Reshape", part + "/split", List.of(part, graph.longs(0, 0, heads, width)));
    return graph.operation(
        "Transpose", part + "/by_head", List.of(split), GraphBuilder.attribute("perm", order));
  }

  private String together(String name, String gathered, long width) {
    String byToken =
        graph.operation(
            "Transpose",
            name + "by_token",
            List.of(gathered),
            GraphBuilder.attribute("perm", List.of(0L, 2L, 1L, 3L)));
    return graph.operation("Reshape", name + "joined", List.of(byToken, graph.longs(0, 0, width)));
  }

  private FloatTensor joint(String name, int... shape) {
    float scale = (float) (1 / Math.sqrt(weights.architecture().headWidth()));
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    float[] joint = new float[size];
    int place = 0;
    for (String map : MAPS) {
      FloatBuffer values = EncoderGraph.weight(weights, name.formatted(map)).values();
      float factor = map.equals("query") ? scale : 1;
      while (values.hasRemaining()) {
        joint[place++] = values.get() * factor;
      }
    }
    return FloatTensor.of(joint, shape);
  }
}
