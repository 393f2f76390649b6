package dev.assay.text.onnx;

import java.util.List;

/**
 * The GELU with the error function: {@code x · (1 + erf(x / √2)) / 2} (Hendrycks, Gimpel, 2016).
 */
final class Gelu {

  private Gelu() {}

  /** The GELU of every number of a value. */
  static String of(GraphBuilder graph, String name, String input) {
    return graph.operation("Gelu", name, List.of(input));
  }
}
