package dev.assay.text.transformer;

import dev.assay.core.prediction.Scores;
import dev.assay.text.network.Classifier;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the phases of a training came to.
 *
 * @param classifier the weights that were picked
 * @param phases how many epochs each phase had
 * @param used the epochs that the weights are of, counted from 0
 * @param kept the epochs that were kept, counted from 0
 * @param scores the validation scores after each epoch
 * @param losses the mean loss of each epoch
 * @param crossFitting makes validation scores of those of the model in which no row has a part in
 *     what was picked for it
 * @param beside the weights that stay beside those of the model; empty where nobody asked for any
 */
record Trained(
    Classifier classifier,
    List<Integer> phases,
    List<Integer> used,
    List<Integer> kept,
    EpochScores scores,
    List<Double> losses,
    UnaryOperator<Scores> crossFitting,
    List<KeptWeights> beside) {

  Trained {
    phases = List.copyOf(phases);
    used = List.copyOf(used);
    kept = List.copyOf(kept);
    losses = List.copyOf(losses);
    beside = List.copyOf(beside);
  }
}
