package dev.assay.text.torch;

import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;

/** The weights of a classifier in libtorch's memory, by name in order. Closing frees them. */
final class Parameters implements AutoCloseable {

  /** The table of token embeddings, whose rows are trained only where a batch has the token. */
  static final String WORDS = "embeddings.word_embeddings.weight";

  private final Classifier start;
  private final Map<String, Tensor> tensors;

  /** A copy of the weights of a classifier. */
  Parameters(Classifier start) {
    this.start = start;
    Map<String, Tensor> copies = new LinkedHashMap<>();
    start.tensors().forEach((name, tensor) -> copies.put(name, TensorCopies.in(tensor)));
    this.tensors = Collections.unmodifiableMap(copies);
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
    Map<String, FloatTensor> copies = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> copies.put(name, TensorCopies.out(tensor)));
    return start.withTensors(copies);
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
