package dev.assay.text.torch;

import dev.assay.text.encoder.FloatTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that the next step of a {@link TorchTraining} depends on.
 *
 * @param steps how many steps were made
 * @param tensors weights and moments by name: {@code weight/NAME}, and {@code first/NAME} and
 *     {@code second/NAME} of what learns
 */
public record TrainingState(int steps, Map<String, FloatTensor> tensors) {

  static final String WEIGHT = "weight/";
  static final String FIRST = "first/";
  static final String SECOND = "second/";

  /** Copies the map. */
  public TrainingState {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * One of the tensors.
   *
   * @throws IllegalArgumentException where it is not there
   */
  FloatTensor tensor(String name) {
    FloatTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("The state has no '" + name + "'.");
    }
    return tensor;
  }
}
