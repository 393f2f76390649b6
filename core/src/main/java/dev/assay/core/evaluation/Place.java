package dev.assay.core.evaluation;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.problem.NearestName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a subject's figures are found: its rows and its label.
 *
 * @param column the attribute that divides the rows, or null for all rows
 * @param level the code of the subject's level in it
 * @param label the column of its label, or {@link Formula#ALL}
 */
record Place(@Nullable CategoricalColumn column, int level, int label) {

  private static final String SOURCE = "source";

  /**
   * The place of a subject.
   *
   * @throws IllegalArgumentException for a label, attribute or level that is not there
   */
  static Place of(Subject subject, LabelSchema schema, Attributes attributes) {
    return switch (subject) {
      case Subject.Whole() -> new Place(null, 0, Formula.ALL);
      case Subject.Label(String name) -> new Place(null, 0, label(name, schema));
      case Subject.Slice(String column, String level) ->
          inSlice(column, level, Formula.ALL, attributes);
      case Subject.LabelInSlice(String name, String column, String level) ->
          inSlice(column, level, label(name, schema), attributes);
      case Subject.Group(String level) -> {
        CategoricalColumn groups =
            attributes
                .group()
                .orElseThrow(() -> new IllegalArgumentException("The examples have no groups."));
        yield new Place(groups, level("group", level, groups), Formula.ALL);
      }
    };
  }

  /** The slice attributes by name, the source last where it is declared. */
  static Map<String, CategoricalColumn> slices(Attributes attributes) {
    Map<String, CategoricalColumn> slices = new LinkedHashMap<>(attributes.slices());
    attributes.source().ifPresent(source -> slices.putIfAbsent(SOURCE, source));
    return Collections.unmodifiableMap(slices);
  }

  private static Place inSlice(String name, String level, int label, Attributes attributes) {
    Map<String, CategoricalColumn> slices = slices(attributes);
    CategoricalColumn column = slices.get(name);
    if (column == null) {
      throw unknown("slice", name, List.copyOf(slices.keySet()));
    }
    return new Place(column, level(name, level, column), label);
  }

  private static int label(String name, LabelSchema schema) {
    return found("label", name, schema.names());
  }

  private static int level(String attribute, String level, CategoricalColumn column) {
    return found(attribute, level, column.levels());
  }

  private static int found(String kind, String name, List<String> known) {
    int index = known.indexOf(name);
    if (index < 0) {
      throw unknown(kind, name, known);
    }
    return index;
  }

  private static IllegalArgumentException unknown(String kind, String name, List<String> known) {
    return new IllegalArgumentException(
        "No " + kind + " '" + name + "'. " + NearestName.advice(name, known));
  }

  /** The rows of the subject in ascending order. */
  int[] rows(int n) {
    CategoricalColumn divided = column;
    return divided == null
        ? IntStream.range(0, n).toArray()
        : IntStream.range(0, n).filter(row -> divided.code(row) == level).toArray();
  }
}
