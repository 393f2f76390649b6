package dev.assay.core.label;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which labels the sources of examples were annotated for. What a source was not asked for is
 * unknown of its rows, whatever a table with a 0 in every empty cell says.
 *
 * @param bySource the labels that the rows of a source tell of, by the source's name; other sources
 *     tell of all
 */
public record LabelCoverage(Map<String, List<String>> bySource) {

  /** Every source tells of every label. */
  public static final LabelCoverage EVERYTHING = new LabelCoverage(Map.of());

  /** Copies map and lists; sources are in alphabetical order. */
  public LabelCoverage {
    TreeMap<String, List<String>> copy = new TreeMap<>();
    bySource.forEach((source, labels) -> copy.put(source, List.copyOf(labels)));
    bySource = Collections.unmodifiableMap(copy);
  }

  /**
   * The labels with those made unknown that the source of a row does not tell of.
   *
   * @param sourceOf the source of each row, null where it is missing
   */
  public Labels mask(Labels labels, IntFunction<@Nullable String> sourceOf) {
    if (bySource.isEmpty()) {
      return labels;
    }
    LabelSchema schema = labels.schema();
    byte[][] states = new byte[schema.size()][];
    for (int label = 0; label < states.length; label++) {
      states[label] = labels.column(label);
    }
    for (int row = 0; row < labels.size(); row++) {
      String source = sourceOf.apply(row);
      List<String> told = source == null ? null : bySource.get(source);
      if (told != null) {
        for (int label = 0; label < states.length; label++) {
          if (!told.contains(schema.names().get(label))) {
            states[label][row] = Labels.UNKNOWN;
          }
        }
      }
    }
    return Labels.ofColumns(schema, states);
  }
}
