package dev.assay.text.onnx;

import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import java.util.List;

/** From the hidden states to the scores, in 32 bit floats whatever the encoder is stored in. */
final class HeadGraph {

  private static final int LAST = 4;

  private final GraphBuilder graph;
  private final Head head;

  HeadGraph(GraphBuilder graph, Head head) {
    this.graph = graph;
    this.head = head;
  }

  /**
   * Scores {@code (B, k)}.
   *
   * @param states the hidden states {@code (B, T, d)} after each layer
   */
  String of(List<String> states, TextMask mask, Classifier.Activation activation) {
    String value = pooled(states, mask);
    for (int i = 0; i < head.layers().size(); i++) {
      String name = "head." + i;
      value = i == 0 ? value : Gelu.of(graph, name + "/gelu", value);
      value = linear(name, value, head.layers().get(i));
    }
    return switch (activation) {
      case SIGMOID -> graph.operation("Sigmoid", OnnxWriter.SCORES, List.of(value));
      case SOFTMAX ->
          graph.operation(
              "Softmax", OnnxWriter.SCORES, List.of(value), GraphBuilder.attribute("axis", -1));
    };
  }

  private String pooled(List<String> states, TextMask mask) {
    String last = states.getLast();
    return switch (head.pooling()) {
      case CLS ->
          graph.operation(
              "Gather",
              "head/first_token",
              List.of(last, graph.wholeNumber(0)),
              GraphBuilder.attribute("axis", 1));
      case MEAN -> weighed(last, evenShares(mask));
      case LAST4_MEAN -> weighed(meanOfLast(states), evenShares(mask));
      case ATTENTION -> weighed(last, learnedShares(last, mask));
    };
  }

  /** The sum of the hidden states by shares {@code (B, 1, T)}. */
  private String weighed(String hidden, String shares) {
    String sum = graph.operation("MatMul", "head/sum", List.of(shares, hidden));
    return graph.operation("Squeeze", "head/pooled", List.of(sum, graph.longs(1)));
  }

  private String evenShares(TextMask mask) {
    String tokens =
        graph.operation("ReduceSum", "head/tokens", List.of(mask.shares(), graph.longs(1)));
    String even = graph.operation("Div", "head/even", List.of(mask.shares(), tokens));
    return graph.operation("Unsqueeze", "head/shares", List.of(even, graph.longs(1)));
  }

  private String learnedShares(String hidden, TextMask mask) {
    FloatTensor vector = head.attention().orElseThrow();
    String stored =
        graph.stored(
            StoredTensor.floats(
                "head.attention", FloatTensor.over(vector.values(), vector.size())));
    String logits = graph.operation("MatMul", "head/logits", List.of(hidden, stored));
    String biased = graph.operation("Add", "head/biased", List.of(logits, mask.penalties()));
    String shares =
        graph.operation(
            "Softmax", "head/learned", List.of(biased), GraphBuilder.attribute("axis", -1));
    return graph.operation("Unsqueeze", "head/shares", List.of(shares, graph.longs(1)));
  }

  private String meanOfLast(List<String> states) {
    List<String> last = states.subList(Math.max(0, states.size() - LAST), states.size());
    String sum = graph.operation("Sum", "head/last_sum", last);
    return graph.operation("Mul", "head/last_mean", List.of(sum, graph.scalar(1f / last.size())));
  }

  private String linear(String name, String input, Head.Linear map) {
    return graph.operation(
        "Gemm",
        name,
        List.of(
            input,
            graph.stored(StoredTensor.floats(name + ".weight", map.weight())),
            graph.stored(StoredTensor.floats(name + ".bias", map.bias()))),
        GraphBuilder.attribute("transB", 1));
  }
}
