package dev.assay.trees.average;

import dev.assay.core.prediction.Scores;
import java.util.List;

/** The mean of the scores of several models for the same rows and labels. */
final class MeanScores {

  private MeanScores() {}

  /** The mean of matrices {@code (n, k)}, summed in double, in the order of the models. */
  static Scores of(List<Scores> all) {
    Scores first = all.getFirst();
    float[][] columns = new float[first.labels()][first.size()];
    for (int label = 0; label < columns.length; label++) {
      for (int row = 0; row < first.size(); row++) {
        double sum = 0;
        for (Scores scores : all) {
          sum += scores.score(row, label);
        }
        columns[label][row] = (float) (sum / all.size());
      }
    }
    return Scores.takeOver(columns);
  }
}
