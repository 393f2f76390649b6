package dev.assay.core.model;

import dev.assay.core.example.Dataset;

/**
 * What a trainer is given.
 *
 * <p>The validation rows come with folds: where a trainer picks something on validation, such as
 * the number of rounds, the scores of a fold that it returns are those of the pick made on the
 * other folds, so that thresholds and calibration do not inherit its optimism (cross-fitting).
 */
public final class TrainingData {

  private final Dataset train;
  private final Dataset validation;
  private final int[] validationFolds;
  private final int foldCount;

  /**
   * Data with these parts.
   *
   * @param train examples to learn from; rows whose labels are all unknown are allowed and ignored
   * @param validation examples to stop early on, of the same schema and features
   * @param validationFolds the fold of each validation row, {@code 0 <= fold < foldCount}
   * @param foldCount how many folds there are, at least 1; with 1 nothing is cross-fitted
   */
  public TrainingData(Dataset train, Dataset validation, int[] validationFolds, int foldCount) {
    if (!train.schema().equals(validation.schema())) {
      throw new IllegalArgumentException(
          "Training and validation differ in their labels: "
              + train.schema()
              + ", "
              + validation.schema());
    }
    if (validationFolds.length != validation.size()) {
      throw new IllegalArgumentException(
          validationFolds.length + " folds for " + validation.size() + " validation rows.");
    }
    for (int fold : validationFolds) {
      if (fold < 0 || fold >= foldCount) {
        throw new IllegalArgumentException("Fold " + fold + " of " + foldCount + ".");
      }
    }
    this.train = train;
    this.validation = validation;
    this.validationFolds = validationFolds.clone();
    this.foldCount = foldCount;
  }

  /** Examples to learn from. */
  public Dataset train() {
    return train;
  }

  /** Examples to stop early on. */
  public Dataset validation() {
    return validation;
  }

  /** The fold of a validation row. */
  public int validationFold(int row) {
    return validationFolds[row];
  }

  /** How many folds the validation rows are in. */
  public int foldCount() {
    return foldCount;
  }
}
