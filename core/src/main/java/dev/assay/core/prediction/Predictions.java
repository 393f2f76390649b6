package dev.assay.core.prediction;

import dev.assay.core.example.Attributes;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;

/**
 * Scores of one model on {@code n} examples beside their truth and attributes. Everything after
 * training works on predictions alone, whoever made them.
 *
 * @param attributes ids and attributes, {@code n} rows
 * @param truth the labels {@code (n, k)}, some of them unknown
 * @param scores the scores {@code (n, k)}, columns in the order of the truth's schema
 */
public record Predictions(Attributes attributes, Labels truth, Scores scores) {

  /** Checks that the shapes agree. */
  public Predictions {
    if (attributes.size() != truth.size() || truth.size() != scores.size()) {
      throw new IllegalArgumentException(
          "%d ids, %d rows of truth and %d of scores do not fit."
              .formatted(attributes.size(), truth.size(), scores.size()));
    }
    if (truth.schema().size() != scores.labels()) {
      throw new IllegalArgumentException(
          "%d labels in the truth, %d in the scores."
              .formatted(truth.schema().size(), scores.labels()));
    }
  }

  /** The number of rows, {@code n}. */
  public int size() {
    return truth.size();
  }

  /** The label schema. */
  public LabelSchema schema() {
    return truth.schema();
  }

  /** The predictions of some rows, in the order given. */
  public Predictions select(int[] rows) {
    return new Predictions(attributes.select(rows), truth.select(rows), scores.select(rows));
  }

  /**
   * The predictions of some labels.
   *
   * @param schema the labels, all of this schema, in the order wanted
   * @throws IllegalArgumentException for a label that is not there
   */
  public Predictions restrictedTo(LabelSchema schema) {
    if (schema.equals(schema())) {
      return this;
    }
    int[] columns = schema.names().stream().mapToInt(schema()::indexOf).toArray();
    byte[][] states = new byte[columns.length][];
    float[][] kept = new float[columns.length][];
    for (int label = 0; label < columns.length; label++) {
      states[label] = truth.column(columns[label]);
      kept[label] = scores.column(columns[label]);
    }
    return new Predictions(attributes, Labels.ofColumns(schema, states), Scores.takeOver(kept));
  }

  /** The same examples with other scores, as a calibrator makes them. */
  public Predictions withScores(Scores other) {
    return new Predictions(attributes, truth, other);
  }
}
