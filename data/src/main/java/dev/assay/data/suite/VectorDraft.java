package dev.assay.data.suite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A vector as it stands in a file.
 *
 * @param place where it stands, as {@code file:line}
 * @param id its id; empty where it is to be made from the content
 * @param functionality what it tests; empty where it is called by its kind
 * @param claim what is expected
 * @param inputs the values of each input by column, as they are written
 * @param note what else there is to know; empty where there is nothing
 */
public record VectorDraft(
    String place,
    String id,
    String functionality,
    Claim claim,
    List<Map<String, String>> inputs,
    String note) {

  /** Copies the inputs, keeping the order of their columns. */
  public VectorDraft {
    inputs =
        inputs.stream()
            .map(input -> Collections.unmodifiableMap(new LinkedHashMap<>(input)))
            .toList();
  }
}
