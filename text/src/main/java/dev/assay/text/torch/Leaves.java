package dev.assay.text.torch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * The weights as one thread differentiates by them: of the same memory for all threads, with
 * gradients of its own. The table of token embeddings is not among them.
 */
final class Leaves implements AutoCloseable {

  private final Map<String, Tensor> tensors;

  /**
   * Leaves over parameters.
   *
   * @param frozen names of those that no gradient is wanted for
   */
  Leaves(Parameters parameters, Set<String> frozen) {
    Map<String, Tensor> leaves = new LinkedHashMap<>();
    parameters
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (!name.equals(Parameters.WORDS)) {
                Tensor leaf = tensor.detach();
                leaf.set_requires_grad(!frozen.contains(name));
                leaves.put(name, leaf);
              }
            });
    this.tensors = Collections.unmodifiableMap(leaves);
  }

  /** One of them. */
  Tensor tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
