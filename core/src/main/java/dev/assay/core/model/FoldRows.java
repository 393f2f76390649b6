package dev.assay.core.model;

import dev.assay.core.prediction.Folds;

/**
 * The rows of one fold: what is learned from, what is stopped on, and what is scored though nothing
 * was learned from it. Rows are numbers of rows of the examples that the fold is of. Immutable.
 */
public final class FoldRows {

  private final int[] train;
  private final int[] validation;
  private final Folds validationFolds;
  private final int[] scored;

  /**
   * Rows of a fold, copied.
   *
   * @param train rows to learn from
   * @param validation rows to stop early on
   * @param validationFolds folds of the validation rows, see {@link TrainingData}
   * @param scored rows to score
   */
  public FoldRows(int[] train, int[] validation, Folds validationFolds, int[] scored) {
    if (validationFolds.rows() != validation.length) {
      throw new IllegalArgumentException(
          validationFolds.rows() + " rows in folds for " + validation.length + " rows.");
    }
    this.train = train.clone();
    this.validation = validation.clone();
    this.validationFolds = validationFolds;
    this.scored = scored.clone();
  }

  /** Rows to learn from. */
  public int[] train() {
    return train.clone();
  }

  /** Rows to stop early on. */
  public int[] validation() {
    return validation.clone();
  }

  /** Folds of the validation rows. */
  public Folds validationFolds() {
    return validationFolds;
  }

  /** Rows to score. */
  public int[] scored() {
    return scored.clone();
  }
}
