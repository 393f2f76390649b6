package dev.assay.text.onnx;

import dev.assay.text.encoder.FloatTensor;

/** How the weights of an encoder are stored, and computed with, in one precision. */
sealed interface WeightStorage permits Float32Storage, Float16Storage, Int8Storage {

  /** The storage of a precision. */
  static WeightStorage of(Precision precision) {
    return switch (precision) {
      case FP32 -> new Float32Storage();
      case FP16 -> new Float16Storage();
      case INT8 -> new Int8Storage(Quantised.FULL);
      case INT8_REDUCED -> new Int8Storage(Quantised.REDUCED);
    };
  }

  /** A stored tensor as a value of 32 bit floats. */
  String value(GraphBuilder graph, String name, FloatTensor tensor);

  /**
   * Rows of a table.
   *
   * @param table {@code (V, d)}
   * @param ids a value of whole numbers in {@code [0, V)}, of any shape
   * @return 32 bit floats of the shape of the ids with {@code d} behind it
   */
  String rows(GraphBuilder graph, String name, FloatTensor table, String ids);

  /**
   * A linear map.
   *
   * @param input a value of 32 bit floats {@code (..., in)}
   * @param weight {@code (out, in)}
   * @param bias {@code (out)}
   * @return 32 bit floats {@code (..., out)}
   */
  String linear(
      GraphBuilder graph, String name, String input, FloatTensor weight, FloatTensor bias);
}
