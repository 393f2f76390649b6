package dev.assay.pipeline.suite;

import dev.assay.core.suite.Vector;
import java.util.List;
import java.util.stream.IntStream;

/** What the inputs of vectors are called in tables that leave Assay and come back scored. */
public final class VectorIds {

  private VectorIds() {}

  /**
   * An id for each input of a vector: its own where it has one input, else {@code ID#1} for the
   * case itself, {@code ID#2} and so on for what it is held against.
   */
  public static List<String> ofInputs(Vector vector) {
    int inputs = vector.inputs().size();
    return inputs == 1
        ? List.of(vector.id())
        : IntStream.rangeClosed(1, inputs).mapToObj(i -> vector.id() + "#" + i).toList();
  }
}
