package dev.assay.text.onnx;

import dev.assay.text.encoder.FloatTensor;
import java.util.List;

/**
 * Linear maps and looked-up tables in 8 bit integers; everything else in 32 bit floats. A linear
 * map quantises its input as it comes and multiplies integers: the pattern that ONNX Runtime runs
 * as one operation, {@code DynamicQuantizeMatMul}.
 *
 * @param largest the largest integer of a linear map; see {@link Quantised}
 */
record Int8Storage(int largest) implements WeightStorage {

  @Override
  public String value(GraphBuilder graph, String name, FloatTensor tensor) {
    return graph.stored(StoredTensor.floats(name, tensor));
  }

  @Override
  public String rows(GraphBuilder graph, String name, FloatTensor table, String ids) {
    Quantised quantised = Quantised.of(table, Quantised.FULL);
    int[] shape = table.shape();
    String integers =
        graph.stored(StoredTensor.integers(name + ".weight", quantised.integers(), shape));
    String scales =
        graph.stored(
            StoredTensor.floats(
                name + ".scale", FloatTensor.over(quantised.scales().values(), shape[0], 1)));
    String rows = graph.operation("Gather", name + "/integers", List.of(integers, ids));
    String factors = graph.operation("Gather", name + "/scales", List.of(scales, ids));
    return graph.operation(
        "Mul", name + "/rows", List.of(graph.floats(name + "/floats", rows), factors));
  }

  @Override
  public String linear(
      GraphBuilder graph, String name, String input, FloatTensor weight, FloatTensor bias) {
    Quantised quantised = Quantised.of(weight, largest);
    int[] shape = weight.shape();
    String integers =
        graph.stored(
            StoredTensor.integers(name + ".weight", quantised.transposed(), shape[1], shape[0]));
    String scales = value(graph, name + ".scale", quantised.scales());
    List<String> inputs =
        graph.operation(
            "DynamicQuantizeLinear",
            name + "/quantised",
            List.of(name + "/input", name + "/input_scale", name + "/input_zero"),
            List.of(input));
    String product =
        graph.operation(
            "MatMulInteger", name + "/integers", List.of(inputs.get(0), integers, inputs.get(2)));
    String scale = graph.operation("Mul", name + "/scales", List.of(inputs.get(1), scales));
    String scaled =
        graph.operation(
            "Mul", name + "/product", List.of(graph.floats(name + "/floats", product), scale));
    return graph.operation(
        "Add", name + "/sum", List.of(scaled, value(graph, name + ".bias", bias)));
  }
}
