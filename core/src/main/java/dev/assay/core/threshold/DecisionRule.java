package dev.assay.core.threshold;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Predictions;

/** How the scores of a row become predicted labels. Bound to the label schema that it is for. */
public sealed interface DecisionRule permits Thresholds, GroupThresholds, Argmax {

  /** The label schema whose scores it decides on. */
  LabelSchema schema();

  /**
   * The decisions on all rows.
   *
   * @param predictions {@code n} rows whose scores {@code (n, k)} are in the column order of the
   *     schema
   * @return {@code k} new arrays of length {@code n}: whether the label is predicted
   */
  boolean[][] decide(Predictions predictions);
}
