package dev.assay.trees.xgboost;

import java.util.List;

/** What {@link Boosting} gives: the trees of all rounds run, and the losses on the way. */
final class Boosted {

  private final byte[] json;
  private final ValidationLosses losses;
  private final List<Double> trainLosses;

  Boosted(byte[] json, ValidationLosses losses, List<Double> trainLosses) {
    this.json = json;
    this.losses = losses;
    this.trainLosses = List.copyOf(trainLosses);
  }

  /** The booster with the trees of all rounds that were run, those past the best one too. */
  byte[] json() {
    return json.clone();
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
}
