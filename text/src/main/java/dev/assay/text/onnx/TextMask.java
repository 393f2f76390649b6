package dev.assay.text.onnx;

import java.util.List;

/**
 * What is text and what is padding, in the two forms that a graph computes with.
 *
 * @param shares 1 for a token of the text and 0 for padding, {@code (B, T)}
 * @param penalties what is added to a logit of attention: 0 for a token of the text and the lowest
 *     float for padding, {@code (B, T)}
 */
record TextMask(String shares, String penalties) {

  /** The forms of an attention mask of whole numbers. */
  static TextMask of(GraphBuilder graph, String attentionMask) {
    String shares = graph.floats("mask/shares", attentionMask);
    String padding = graph.operation("Sub", "mask/padding", List.of(graph.scalar(1), shares));
    String penalties =
        graph.operation("Mul", "mask/penalties", List.of(padding, graph.scalar(-Float.MAX_VALUE)));
    return new TextMask(shares, penalties);
  }

  /** The penalties by head and query, {@code (B, 1, 1, T)}. */
  String penaltiesByHead(GraphBuilder graph) {
    return graph.operation(
        "Unsqueeze", "mask/penalties_by_head", List.of(penalties, graph.longs(1, 2)));
  }
}
