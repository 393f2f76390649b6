package dev.assay.text.onnx;

import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import java.util.List;

/** The first hidden states: words, positions and the first segment, summed and normed. */
final class EmbeddingGraph {

  private static final String WORDS = "embeddings.word_embeddings";
  private static final String POSITIONS = "embeddings.position_embeddings";
  private static final String SEGMENTS = "embeddings.token_type_embeddings.weight";

  private final GraphBuilder graph;
  private final WeightStorage storage;
  private final EncoderWeights weights;

  EmbeddingGraph(GraphBuilder graph, WeightStorage storage, EncoderWeights weights) {
    this.graph = graph;
    this.storage = storage;
    this.weights = weights;
  }

  /** Hidden states {@code (B, T, d)} of ids and mask {@code (B, T)}. */
  String of(String ids, String attentionMask) {
    FloatTensor table = EncoderGraph.weight(weights, WORDS + ".weight");
    String words = storage.rows(graph, WORDS, table, ids);
    String sum =
        graph.operation("Add", "embeddings/sum", List.of(words, positions(ids, attentionMask)));
    return EncoderGraph.norm(graph, weights, "embeddings.LayerNorm", sum);
  }

  /**
   * What positions add. BERT counts columns of the batch from 0; RoBERTa and MPNet count the tokens
   * that are not padding, and give padding the row before the first.
   */
  private String positions(String ids, String attentionMask) {
    Architecture architecture = weights.architecture();
    String table = storage.value(graph, POSITIONS + ".weight", positionsOfFirstSegment());
    if (architecture.firstPosition() == 0) {
      String length =
          graph.operation(
              "Shape", "embeddings/length", List.of(ids), GraphBuilder.attribute("start", 1));
      return graph.operation(
          "Slice", "embeddings/positions", List.of(table, graph.longs(0), length, graph.longs(0)));
    }
    String counted =
        graph.operation("CumSum", "embeddings/counted", List.of(attentionMask, graph.longs(1)));
    String ofText =
        graph.operation("Mul", "embeddings/counted_text", List.of(counted, attentionMask));
    String rows =
        graph.operation(
            "Add",
            "embeddings/position_ids",
            List.of(ofText, graph.longs(architecture.firstPosition() - 1L)));
    return graph.operation("Gather", "embeddings/positions", List.of(table, rows));
  }

  /** A classifier reads one segment, so what that adds is the same for every token. */
  private FloatTensor positionsOfFirstSegment() {
    FloatTensor positions = EncoderGraph.weight(weights, POSITIONS + ".weight");
    if (weights.architecture().segments() == 0) {
      return positions;
    }
    FloatTensor segments = EncoderGraph.weight(weights, SEGMENTS);
    int width = weights.architecture().width();
    float[] sums = new float[positions.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = positions.value(i) + segments.value(i % width);
    }
    return FloatTensor.of(sums, positions.shape());
  }
}
