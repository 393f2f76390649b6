package dev.assay.text.onnx;

import dev.assay.text.encoder.FloatTensor;
import java.util.List;

/**
 * Tables and matrices in 16 bit floats that become 32 bit floats before they are used; ONNX Runtime
 * does so once, when it opens the file. Only the rows of a table that are looked up are converted.
 */
record Float16Storage() implements WeightStorage {

  @Override
  public String value(GraphBuilder graph, String name, FloatTensor tensor) {
    return graph.floats(name + "/float", graph.stored(StoredTensor.halves(name, tensor)));
  }

  @Override
  public String rows(GraphBuilder graph, String name, FloatTensor table, String ids) {
    String stored = graph.stored(StoredTensor.halves(name + ".weight", table));
    String rows = graph.operation("Gather", name + "/rows", List.of(stored, ids));
    return graph.floats(name + "/float", rows);
  }

  @Override
  public String linear(
      GraphBuilder graph, String name, String input, FloatTensor weight, FloatTensor bias) {
    String matrix = value(graph, name + ".weight", weight.transposed());
    String product = graph.operation("MatMul", name + "/product", List.of(input, matrix));
    String stored = graph.stored(StoredTensor.floats(name + ".bias", bias));
    return graph.operation("Add", name + "/sum", List.of(product, stored));
  }
}
