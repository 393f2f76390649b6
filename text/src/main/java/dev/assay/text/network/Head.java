package dev.assay.text.network;

import dev.assay.text.encoder.FloatTensor;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the pooled vector: linear maps with a GELU between two of them, the last one to
 * {@code k} logits.
 *
 * @param pooling how the pooled vector is made
 * @param attention the learned vector {@code (d)} of {@link Pooling#ATTENTION}, and only of it
 * @param layers the linear maps from the pooled vector up, at least one
 */
public record Head(Pooling pooling, Optional<FloatTensor> attention, List<Linear> layers) {

  /** Checks that the maps fit on one another, and copies. */
  public Head {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("A head has at least one linear map.");
    }
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).in() != layers.get(i - 1).out()) {
        throw new IllegalArgumentException("The maps of a head do not fit on one another.");
      }
    }
    if (attention.isPresent() != (pooling == Pooling.ATTENTION)) {
      throw new IllegalArgumentException("A vector of attention belongs to pooling by attention.");
    }
  }

  /** How many logits there are, {@code k}. */
  public int outputs() {
    return layers.getLast().out();
  }

  /**
   * A linear map.
   *
   * @param weight {@code (out, in)}
   * @param bias {@code (out)}
   */
  public record Linear(FloatTensor weight, FloatTensor bias) {

    /** Checks the shapes. */
    public Linear {
      if (weight.shape().length != 2
          || bias.shape().length != 1
          || weight.shape()[0] != bias.shape()[0]) {
        throw new IllegalArgumentException("Weight and bias do not fit on one another.");
      }
    }

    /** The width that it reads. */
    public int in() {
      return weight.shape()[1];
    }

    /** The width that it gives. */
    public int out() {
      return weight.shape()[0];
    }
  }
}
