package dev.assay.core.comparison;

import dev.assay.core.evaluation.Support;

/**
 * What the candidate says of a label on the rows where it is known: what shows whether it says
 * anything.
 *
 * @param label the label's name
 * @param support rows, positives and events
 * @param predicted how many of the rows are predicted positive
 * @param lowest the lowest score, 0 without rows
 * @param highest the highest score, 0 without rows
 */
public record LabelOutput(
    String label, Support support, long predicted, float lowest, float highest) {

  /** Checks the counts and the order of the scores. */
  public LabelOutput {
    if (predicted < 0 || predicted > support.rows() || !(lowest <= highest)) {
      throw new IllegalArgumentException(
          "%s: %d of %d rows predicted, scores from %s to %s."
              .formatted(label, predicted, support.rows(), lowest, highest));
    }
  }
}
