package dev.assay.trees.internal;

import java.util.List;

/**
 * An {@link Input} as it is stored.
 *
 * @param name the feature's name
 * @param type {@code numeric} or {@code categorical}
 * @param levels the levels of a categorical input in the order of their codes, else empty
 */
public record InputDocument(String name, String type, List<String> levels) {

  private static final String NUMERIC = "numeric";
  private static final String CATEGORICAL = "categorical";

  /** Checks the type and copies the list. */
  public InputDocument {
    levels = List.copyOf(levels);
    if (name.isBlank() || !List.of(NUMERIC, CATEGORICAL).contains(type)) {
      throw new IllegalArgumentException("No input: '" + name + "' of type '" + type + "'.");
    }
  }

  /** The stored form of inputs, in order. */
  public static List<InputDocument> of(Inputs inputs) {
    return inputs.list().stream()
        .map(
            input ->
                switch (input) {
                  case Input.Numeric i -> new InputDocument(i.name(), NUMERIC, List.of());
                  case Input.Categorical i -> new InputDocument(i.name(), CATEGORICAL, i.levels());
                })
        .toList();
  }

  /** The inputs of their stored form. */
  public static Inputs toInputs(List<InputDocument> documents) {
    return new Inputs(
        documents.stream()
            .<Input>map(
                d ->
                    d.type().equals(NUMERIC)
                        ? new Input.Numeric(d.name())
                        : new Input.Categorical(d.name(), d.levels()))
            .toList());
  }
}
