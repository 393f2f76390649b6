package dev.assay.text.transformer;

import dev.assay.core.prediction.Scores;
import dev.assay.text.network.Classifier;
import dev.assay.text.torch.TrainingState;
import java.util.List;
import java.util.Map;

/**
 * A training between two steps: all that the rest of it depends on.
 *
 * @param position how far it is
 * @param losses the mean loss of each epoch
 * @param trained how many epochs each phase had, the last one so far
 * @param scores the validation scores after each epoch; empty where there is no validation
 * @param kept the weights after the epochs that may still be picked, by their number from 0
 * @param state weights, moments and the number of steps
 */
record Snapshot(
    Position position,
    List<Double> losses,
    List<Integer> trained,
    List<Scores> scores,
    Map<Integer, Classifier> kept,
    TrainingState state) {

  Snapshot {
    losses = List.copyOf(losses);
    trained = List.copyOf(trained);
    scores = List.copyOf(scores);
    kept = Map.copyOf(kept);
  }
}
