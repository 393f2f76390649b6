package dev.assay.text.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph under construction. Values go by name; every operation gives the name of what it
 * computes, which is also the name of its node. Not thread-safe.
 */
final class GraphBuilder {

  private final GraphProto.Builder graph;
  private final Set<String> names = new HashSet<>();

  GraphBuilder(String name) {
    this.graph = GraphProto.newBuilder().setName(name);
  }

  /**
   * An input of the graph.
   *
   * @param type one of the types of {@link TensorProto.DataType}
   * @param shape a number, or a word for a size that is known at run time only
   */
  String input(String name, TensorProto.DataType type, List<String> shape) {
    claim(name);
    graph.addInput(value(name, type, shape));
    return name;
  }

  /** Declares a value as an output of the graph; see {@link #input} for the parts. */
  void output(String name, TensorProto.DataType type, List<String> shape) {
    graph.addOutput(value(name, type, shape));
  }

  /** A stored tensor. */
  String stored(TensorProto tensor) {
    claim(tensor.getName());
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  /** Whole numbers as a tensor of one dimension, shared by all that ask for the same ones. */
  String longs(long... values) {
    StringBuilder name = new StringBuilder("int64");
    for (long value : values) {
      name.append('_').append(value);
    }
    return constant(StoredTensor.longs(name.toString(), values));
  }

  /** One whole number as a tensor without dimensions, shared by all that ask for the same one. */
  String wholeNumber(long value) {
    return constant(StoredTensor.wholeNumber("int64_scalar_" + value, value));
  }

  /** One float as a tensor without dimensions, shared by all that ask for the same one. */
  String scalar(float value) {
    return constant(StoredTensor.scalar("float_" + value, value));
  }

  /** The numbers of a value as 32 bit floats. */
  String floats(String name, String value) {
    return operation(
        "Cast", name, List.of(value), attribute("to", TensorProto.DataType.FLOAT.getNumber()));
  }

  /** An operation with one output. */
  String operation(String type, String name, List<String> inputs, AttributeProto... attributes) {
    return operation(type, name, List.of(name), inputs, attributes).getFirst();
  }

  /** An operation with several outputs, of the names given. */
  List<String> operation(
      String type,
      String name,
      List<String> outputs,
      List<String> inputs,
      AttributeProto... attributes) {
    outputs.forEach(this::claim);
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(type)
            .setName(name)
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
    return outputs;
  }

  /** The graph as it stands. */
  GraphProto build() {
    return graph.build();
  }

  /** A whole number as an attribute of an operation. */
  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  /** A float as an attribute of an operation. */
  static AttributeProto attribute(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  /** Whole numbers as an attribute of an operation. */
  static AttributeProto attribute(String name, List<Long> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  private String constant(TensorProto tensor) {
    if (!names.contains(tensor.getName())) {
      stored(tensor);
    }
    return tensor.getName();
  }

  private void claim(String name) {
    if (!names.add(name)) {
      throw new IllegalStateException("Two values of the graph are called '" + name + "'.");
    }
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, List<String> shape) {
    TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
    for (String size : shape) {
      TensorShapeProto.Dimension.Builder dimension = sizes.addDimBuilder();
      if (Character.isDigit(size.charAt(0))) {
        dimension.setDimValue(Long.parseLong(size));
      } else {
        dimension.setDimParam(size);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(sizes)))
        .build();
  }
}
