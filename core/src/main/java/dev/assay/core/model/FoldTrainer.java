package dev.assay.core.model;

/**
 * Trains one configuration on many subsets of the same examples. What does not depend on the subset
 * was done when this was made. Thread-safe, so that folds can be trained side by side.
 */
@FunctionalInterface
public interface FoldTrainer {

  /**
   * Trains on a fold's rows and scores the rows left out, on the thread that calls. The scores are
   * those of {@link Trainer#train} with one thread on a dataset of the fold's rows.
   *
   * @throws dev.assay.core.problem.InvalidInputException where these rows do not suit the trainer,
   *     e.g. none of them has a label
   */
  FoldScores train(FoldRows rows);
}
