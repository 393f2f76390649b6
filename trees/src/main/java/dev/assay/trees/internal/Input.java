package dev.assay.trees.internal;

import java.util.List;

/** One feature that a model reads, as training saw it. */
public sealed interface Input {

  /** The feature's name. */
  String name();

  /** Numbers, NaN where missing. */
  record Numeric(String name) implements Input {}

  /**
   * Values out of a list of levels.
   *
   * @param levels the levels that the model knows, in alphabetical order; any other is unknown to
   *     it
   */
  record Categorical(String name, List<String> levels) implements Input {

    /** Copies the list. */
    public Categorical {
      levels = List.copyOf(levels);
    }
  }
}
