package dev.assay.core.threshold;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Scores;

/** How the scores of a row become predicted labels. Bound to the label schema that it is for. */
public sealed interface DecisionRule permits Thresholds, Argmax {

  /** The label schema whose scores it decides on. */
  LabelSchema schema();

  /** Whether a label is predicted for a row. */
  boolean isPositive(Scores scores, int row, int label);

  /**
   * The decisions on all rows.
   *
   * @param scores {@code (n, k)} in the column order of the schema
   * @return {@code k} new arrays of length {@code n}: whether the label is predicted
   */
  boolean[][] decide(Scores scores);
}
