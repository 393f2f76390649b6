package dev.assay.core.comparison;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Predictions;
import java.util.function.IntPredicate;

/** Which rows a figure of a subject rests on: those of the subject whose truth is known. */
final class SubjectRows {

  private static final String SOURCE = "source";

  private SubjectRows() {}

  static IntPredicate of(Predictions predictions, Subject subject) {
    Labels truth = predictions.truth();
    Attributes attributes = predictions.attributes();
    return switch (subject) {
      case Subject.Whole whole -> truth::isAnyKnown;
      case Subject.Label(String name) -> known(truth, name);
      case Subject.Group(String level) ->
          level(attributes.group().orElseThrow(), level).and(truth::isAnyKnown);
      case Subject.Slice(String column, String level) ->
          level(slice(attributes, column), level).and(truth::isAnyKnown);
      case Subject.LabelInSlice(String label, String column, String level) ->
          level(slice(attributes, column), level).and(known(truth, label));
    };
  }

  private static IntPredicate known(Labels truth, String label) {
    int index = truth.schema().indexOf(label);
    return row -> truth.isKnown(row, index);
  }

  private static IntPredicate level(CategoricalColumn column, String level) {
    int code = column.levels().indexOf(level);
    return row -> column.code(row) == code;
  }

  private static CategoricalColumn slice(Attributes attributes, String name) {
    CategoricalColumn column = attributes.slices().get(name);
    if (column != null) {
      return column;
    }
    if (name.equals(SOURCE)) {
      return attributes.source().orElseThrow();
    }
    throw new IllegalArgumentException("No slice '" + name + "' in the predictions.");
  }
}
