package dev.assay.core.model;

import dev.assay.core.prediction.Scores;

/**
 * What the model of one fold says.
 *
 * @param validation scores of the validation rows, cross-fitted over their folds as those of {@link
 *     Fitted} are
 * @param scored scores of the rows that were left out
 */
public record FoldScores(Scores validation, Scores scored) {

  /** Refuses scores of different labels. */
  public FoldScores {
    if (validation.labels() != scored.labels()) {
      throw new IllegalArgumentException(
          validation.labels() + " and " + scored.labels() + " labels in one fold.");
    }
  }
}
