package dev.assay.core.bundle;

import dev.assay.core.example.Dataset;
import java.util.List;

/**
 * One input of a model.
 *
 * @param name the name of the feature
 * @param kind what its values are
 */
public record Input(String name, InputKind kind) {

  /** Checks the name. */
  public Input {
    if (name.isBlank()) {
      throw new IllegalArgumentException("An input needs a name.");
    }
  }

  /** The inputs that a dataset gives a model, in the order of its features. */
  public static List<Input> of(Dataset dataset) {
    return dataset.features().entrySet().stream()
        .map(feature -> new Input(feature.getKey(), InputKind.of(feature.getValue())))
        .toList();
  }
}
