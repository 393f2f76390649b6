package dev.assay.core.model;

import dev.assay.core.example.Dataset;
import dev.assay.core.prediction.Folds;

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
  private final Folds validationFolds;

  /**
   * Data with these parts.
   *
   * @param train examples to learn from; rows whose labels are all unknown are allowed and ignored
   * @param validation examples to stop early on, of the same schema and features
   * @param validationFolds folds of the validation rows; with a single one nothing is cross-fitted
   */
  public TrainingData(Dataset train, Dataset validation, Folds validationFolds) {
    if (!train.schema().equals(validation.schema())) {
      throw new IllegalArgumentException(
          "Training and validation differ in their labels: "
              + train.schema()
              + ", "
              + validation.schema());
    }
    if (validationFolds.rows() != validation.size()) {
      throw new IllegalArgumentException(
          validationFolds.rows() + " rows in folds for " + validation.size() + " validation rows.");
    }
    this.train = train;
    this.validation = validation;
    this.validationFolds = validationFolds;
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
    return validationFolds.of(row);
  }

  /** How many folds the validation rows are in. */
  public int foldCount() {
    return validationFolds.count();
  }
}
