package dev.assay.text.onnx;

import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The hidden states of all layers of an encoder (Devlin et al., 2019). */
final class EncoderGraph {

  private final GraphBuilder graph;
  private final WeightStorage storage;
  private final EncoderWeights weights;
  private final Architecture architecture;

  EncoderGraph(GraphBuilder graph, WeightStorage storage, EncoderWeights weights) {
    this.graph = graph;
    this.storage = storage;
    this.weights = weights;
    this.architecture = weights.architecture();
  }

  /**
   * The hidden states {@code (B, T, d)} after each layer, in the order of the layers.
   *
   * @param ids {@code (B, T)}
   * @param attentionMask {@code (B, T)}
   * @param mask the forms of that mask
   */
  List<String> of(String ids, String attentionMask, TextMask mask) {
    String hidden = new EmbeddingGraph(graph, storage, weights).of(ids, attentionMask);
    String bias = attentionBias(ids, mask);
    List<String> states = new ArrayList<>();
    for (int layer = 0; layer < architecture.layers(); layer++) {
      hidden = layer("encoder.layer." + layer + ".", hidden, bias);
      states.add(hidden);
    }
    return states;
  }

  /** A weight by its name, which every encoder of its architecture has. */
  static FloatTensor weight(EncoderWeights weights, String name) {
    return Objects.requireNonNull(weights.tensors().get(name), name);
  }

  /** A layer norm with the weights of a name. */
  static String norm(GraphBuilder graph, EncoderWeights weights, String name, String input) {
    String scale = name + ".weight";
    String bias = name + ".bias";
    return graph.operation(
        "LayerNormalization",
        name,
        List.of(
            input,
            graph.stored(StoredTensor.floats(scale, weight(weights, scale))),
            graph.stored(StoredTensor.floats(bias, weight(weights, bias)))),
        GraphBuilder.attribute("axis", -1),
        GraphBuilder.attribute("epsilon", (float) weights.architecture().epsilon()));
  }

  private String layer(String name, String input, String bias) {
    String attended =
        new AttentionGraph(graph, storage, weights).of(name + "attention.", input, bias);
    String afterAttention =
        residual(
            name + "attention.output.", input, linear(name + "attention.output.dense", attended));
    String wide = linear(name + "intermediate.dense", afterAttention);
    String activated = Gelu.of(graph, name + "intermediate/gelu", wide);
    return residual(name + "output.", afterAttention, linear(name + "output.dense", activated));
  }

  private String residual(String name, String before, String change) {
    String sum = graph.operation("Add", name + "residual", List.of(change, before));
    return norm(graph, weights, name + "LayerNorm", sum);
  }

  private String linear(String name, String input) {
    return storage.linear(
        graph, name, input, weight(weights, name + ".weight"), weight(weights, name + ".bias"));
  }

  /**
   * What is added to the logits of attention in every layer: {@code (B, 1, 1, T)}, or {@code (B,
   * heads, T, T)} where attention knows distances.
   */
  private String attentionBias(String ids, TextMask mask) {
    String penalties = mask.penaltiesByHead(graph);
    if (architecture.relativeBuckets() == 0) {
      return penalties;
    }
    String biases =
        storage.value(graph, "encoder.relative_attention_bias", RelativeBiases.of(weights));
    String byPlaces =
        graph.operation(
            "Gather",
            "encoder.distances/biases",
            List.of(biases, distances(ids)),
            GraphBuilder.attribute("axis", 1));
    return graph.operation("Add", "encoder.distances/penalties", List.of(byPlaces, penalties));
  }

  /** Which column of the biases belongs to a pair of places, {@code (T, T)}. */
  private String distances(String ids) {
    String length =
        graph.operation(
            "Shape", "encoder.distances/length", List.of(ids), GraphBuilder.attribute("start", 1));
    String many =
        graph.operation("Squeeze", "encoder.distances/many", List.of(length, graph.longs(0)));
    String places =
        graph.operation(
            "Range",
            "encoder.distances/places",
            List.of(graph.wholeNumber(0), many, graph.wholeNumber(1)));
    String queries =
        graph.operation("Unsqueeze", "encoder.distances/queries", List.of(places, graph.longs(1)));
    String apart = graph.operation("Sub", "encoder.distances/apart", List.of(places, queries));
    return graph.operation(
        "Add",
        "encoder.distances/columns",
        List.of(apart, graph.longs(architecture.longestText() - 1L)));
  }
}
