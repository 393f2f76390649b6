package dev.assay.text.onnx;

import dev.assay.text.encoder.FloatTensor;
import java.util.List;

/** Weights as they are. */
record Float32Storage() implements WeightStorage {

  @Override
  public String value(GraphBuilder graph, String name, FloatTensor tensor) {
    return graph.stored(StoredTensor.floats(name, tensor));
  }

  @Override
  public String rows(GraphBuilder graph, String name, FloatTensor table, String ids) {
    return graph.operation(
        "Gather", name + "/rows", List.of(value(graph, name + ".weight", table), ids));
  }

  @Override
  public String linear(
      GraphBuilder graph, String name, String input, FloatTensor weight, FloatTensor bias) {
    String matrix = value(graph, name + ".weight", weight.transposed());
    String product = graph.operation("MatMul", name + "/product", List.of(input, matrix));
    return graph.operation(
        "Add", name + "/sum", List.of(product, value(graph, name + ".bias", bias)));
  }
}
