package dev.assay.text.torch;

import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The weights of a classifier in libtorch's memory, by name in order. Closing frees them. */
final class Parameters implements AutoCloseable {

  /** The table of token embeddings, whose rows are trained only where a batch has the token. */
  static final String WORDS = "embeddings.word_embeddings.weight";

  /** The learned vector of pooling by attention. */
  static final String ATTENTION = "head.attention";

  private final Classifier start;
  private final Map<String, Tensor> tensors;

  /** A copy of the weights of a classifier. */
  Parameters(Classifier start) {
    this.start = start;
    Map<String, Tensor> copies = new LinkedHashMap<>();
    named(start).forEach((name, tensor) -> copies.put(name, copy(tensor)));
    this.tensors = Collections.unmodifiableMap(copies);
  }

  private static Map<String, FloatTensor> named(Classifier classifier) {
    Map<String, FloatTensor> named = new LinkedHashMap<>(classifier.encoder().tensors());
    classifier.head().attention().ifPresent(vector -> named.put(ATTENTION, vector));
    List<Head.Linear> layers = classifier.head().layers();
    for (int i = 0; i < layers.size(); i++) {
      named.put(headMap(i) + ".weight", layers.get(i).weight());
      named.put(headMap(i) + ".bias", layers.get(i).bias());
    }
    return named;
  }

  /** The name of a linear map of the head, counted from 0. */
  static String headMap(int place) {
    return "head." + place;
  }

  private static Tensor copy(FloatTensor source) {
    long[] shape = Arrays.stream(source.shape()).asLongStream().toArray();
    Tensor target = torch.empty(shape);
    NativeScope.run(
        () -> target.data_ptr_float().capacity(source.size()).asBuffer().put(source.values()));
    return target;
  }

  /** All of them by name. */
  Map<String, Tensor> tensors() {
    return tensors;
  }

  /** One of them. */
  Tensor tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }

  /** The classifier that these weights are of when asked. */
  Classifier classifier() {
    Map<String, FloatTensor> encoder = new LinkedHashMap<>();
    start.encoder().tensors().forEach((name, tensor) -> encoder.put(name, copyOf(name, tensor)));
    List<Head.Linear> layers = new ArrayList<>();
    for (int i = 0; i < start.head().layers().size(); i++) {
      Head.Linear map = start.head().layers().get(i);
      layers.add(
          new Head.Linear(
              copyOf(headMap(i) + ".weight", map.weight()),
              copyOf(headMap(i) + ".bias", map.bias())));
    }
    Optional<FloatTensor> attention =
        start.head().attention().map(vector -> copyOf(ATTENTION, vector));
    return new Classifier(
        new EncoderWeights(start.encoder().architecture(), encoder),
        new Head(start.head().pooling(), attention, layers),
        start.activation());
  }

  private FloatTensor copyOf(String name, FloatTensor shaped) {
    FloatBuffer values =
        ByteBuffer.allocateDirect(Math.multiplyExact(shaped.size(), Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    NativeScope.run(
        () -> {
          FloatPointer stored = tensor(name).data_ptr_float();
          values.put(stored.capacity(shaped.size()).asBuffer());
        });
    return FloatTensor.over(values.flip(), shaped.shape());
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
