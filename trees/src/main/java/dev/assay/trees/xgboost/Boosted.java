package dev.assay.trees.xgboost;

import java.util.List;

/**
 * What {@link Boosting} gives: the booster with the trees of all rounds that were run, those past
 * the best one too, and the losses on the way. Closing frees the booster.
 */
final class Boosted implements AutoCloseable {

  private final XgboostNative.Booster booster;
  private final ValidationLosses losses;
  private final List<Double> trainLosses;

  Boosted(XgboostNative.Booster booster, ValidationLosses losses, List<Double> trainLosses) {
    this.booster = booster;
    this.losses = losses;
    this.trainLosses = List.copyOf(trainLosses);
  }

  /** The trees of all rounds. */
  XgboostNative.Booster booster() {
    return booster;
  }

  /** The validation losses, and the rounds that they say to keep. */
  ValidationLosses losses() {
    return losses;
  }

  /** The mean training loss after each round. */
  List<Double> trainLosses() {
    return trainLosses;
  }

  /** How many rounds were run. */
  int roundsRun() {
    return trainLosses.size();
  }

  @Override
  public void close() {
    booster.close();
  }
}
