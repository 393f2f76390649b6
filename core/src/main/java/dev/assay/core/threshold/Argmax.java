package dev.assay.core.threshold;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;

/**
 * The label with the highest score, of equal ones the first: how a multiclass schema is decided.
 *
 * @param schema the labels, in column order
 */
public record Argmax(LabelSchema schema) implements DecisionRule {

  /** Refuses a schema of another kind. */
  public Argmax {
    if (schema.kind() != TaskKind.MULTICLASS) {
      throw new IllegalArgumentException(
          "Only a multiclass schema is decided by the highest score, not " + schema.kind() + ".");
    }
  }

  @Override
  public boolean[][] decide(Predictions predictions) {
    Scores scores = predictions.scores();
    boolean[][] decided = new boolean[schema.size()][scores.size()];
    for (int row = 0; row < scores.size(); row++) {
      decided[scores.argmax(row)][row] = true;
    }
    return decided;
  }
}
