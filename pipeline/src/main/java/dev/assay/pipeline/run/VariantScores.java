package dev.assay.pipeline.run;

import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.ScoreScale;
import dev.assay.core.prediction.Scores;

/** The validation scores that the cuts of a precision are chosen on. */
final class VariantScores {

  private VariantScores() {}

  /**
   * The scores of a precision, but for rows whose score is cross-fitted: these are of weights that
   * training picked without them and did not keep. They are put on the precision's scale, by their
   * rank among the scores of the weights that it kept, since a cut that was chosen on a mixture of
   * two scales would fit neither. For classes that exclude each other, where no cut is chosen, they
   * stay what they are.
   *
   * @param crossFitted the scores that training gave, {@code (n, k)}
   * @param whole those of the weights that it kept, of the same rows
   * @param own those of these weights in the precision
   */
  static Scores of(TaskKind kind, Scores crossFitted, Scores whole, Scores own) {
    float[][] columns = new float[own.labels()][own.size()];
    for (int label = 0; label < columns.length; label++) {
      ScoreScale scale = new ScoreScale(whole.column(label), own.column(label));
      for (int row = 0; row < own.size(); row++) {
        float given = crossFitted.score(row, label);
        if (given == whole.score(row, label)) {
          columns[label][row] = own.score(row, label);
        } else {
          columns[label][row] = kind == TaskKind.MULTICLASS ? given : scale.of(given);
        }
      }
    }
    return Scores.takeOver(columns);
  }
}
