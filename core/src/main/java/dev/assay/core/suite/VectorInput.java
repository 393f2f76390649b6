package dev.assay.core.suite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a model is shown of one case: values as they are written, by the names of the columns. A
 * column that is not named is missing.
 *
 * @param values at least one, in the order given
 */
public record VectorInput(Map<String, String> values) {

  /** Copies the values and refuses none. */
  public VectorInput {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("An input has at least one value.");
    }
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The only value, or each with its name: {@code humidity = 0.9, wind = 3}. */
  public String words() {
    return values.size() == 1
        ? values.values().iterator().next()
        : values.entrySet().stream()
            .map(value -> value.getKey() + " = " + value.getValue())
            .collect(Collectors.joining(", "));
  }
}
