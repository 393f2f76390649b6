package dev.assay.text.transformer;

import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The validation scores after each epoch. What they are good for is picking one: by all rows for
 * the model, and by the other folds for the scores of a fold, so that these have no part in the
 * pick (cross-fitting).
 */
final class EpochScores {

  private final TrainingData data;
  private final Criterion criterion;
  private final List<Scores> epochs = new ArrayList<>();
  private final List<Double> figures = new ArrayList<>();

  EpochScores(TrainingData data, Criterion criterion) {
    this.data = data;
    this.criterion = criterion;
  }

  /** Adds the scores after the next epoch. */
  void add(Scores scores) {
    epochs.add(scores);
    figures.add(figure(scores, row -> true));
  }

  /** The figure after each epoch. */
  List<Double> figures() {
    return List.copyOf(figures);
  }

  /** The best epoch so far, counted from 0; of equal ones the first. */
  int best() {
    return first(figures);
  }

  /** Whether so many epochs have passed since the best one. */
  boolean isStale(int patience) {
    return epochs.size() - 1 - best() >= patience;
  }

  /**
   * Scores of all validation rows, each of the epoch that is best by the other folds.
   *
   * @param ofBest the scores that the model gives, which is that of the best epoch
   */
  Scores crossFitted(Scores ofBest) {
    int best = best();
    float[][] columns = new float[ofBest.labels()][ofBest.size()];
    for (int fold = 0; fold < data.foldCount(); fold++) {
      int wanted = fold;
      int picked = data.foldCount() == 1 ? best : best(row -> data.validationFold(row) != wanted);
      Scores source = picked == best ? ofBest : epochs.get(picked);
      for (int row = 0; row < ofBest.size(); row++) {
        if (data.validationFold(row) == fold) {
          for (int label = 0; label < columns.length; label++) {
            columns[label][row] = source.score(row, label);
          }
        }
      }
    }
    return Scores.takeOver(columns);
  }

  private int best(IntPredicate rows) {
    return first(epochs.stream().map(scores -> figure(scores, rows)).toList());
  }

  /** The first place of the highest figure. */
  private static int first(List<Double> figures) {
    int best = 0;
    for (int epoch = 1; epoch < figures.size(); epoch++) {
      if (figures.get(epoch) > figures.get(best)) {
        best = epoch;
      }
    }
    return best;
  }

  private double figure(Scores scores, IntPredicate rows) {
    return criterion.of(data.validation().labels(), scores, rows);
  }
}
