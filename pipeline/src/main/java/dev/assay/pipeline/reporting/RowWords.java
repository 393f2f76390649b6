package dev.assay.pipeline.reporting;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a model is shown of a row, in words for people. */
final class RowWords {

  /** Longer values and rows are shortened, in characters as readers count them. */
  private static final int LONGEST = 300;

  private RowWords() {}

  /** The only input, or each with its name: {@code humidity = 0.9, wind = 3}; missing ones not. */
  static String of(Dataset examples, int row) {
    Map<String, Column> features = examples.features();
    return features.size() == 1
        ? shortened(value(features.values().iterator().next(), row))
        : shortened(
            features.entrySet().stream()
                .filter(feature -> !feature.getValue().isMissing(row))
                .map(feature -> feature.getKey() + " = " + value(feature.getValue(), row))
                .collect(Collectors.joining(", ")));
  }

  private static String value(Column column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    return switch (column) {
      case TextColumn texts -> Objects.requireNonNull(texts.value(row));
      case CategoricalColumn levels -> Objects.requireNonNull(levels.value(row));
      case NumericColumn numbers -> number(numbers.value(row));
    };
  }

  private static String number(float value) {
    return value == Math.rint(value) && Math.abs(value) < 1e7f
        ? Integer.toString((int) value)
        : Float.toString(value);
  }

  private static String shortened(String words) {
    return words.codePointCount(0, words.length()) <= LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST)).stripTrailing() + "…";
  }
}
