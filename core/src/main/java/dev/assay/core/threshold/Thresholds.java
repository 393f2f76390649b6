package dev.assay.core.threshold;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import java.util.Collections;
import java.util.List;

/**
 * A cut for each label of a binary or multilabel schema: the label is predicted where its score is
 * at least the cut.
 *
 * @param schema the labels, in column order
 * @param cuts one for each label in that order, in {@code [0, 1]}
 */
public record Thresholds(LabelSchema schema, List<Double> cuts) implements DecisionRule {

  /** Checks kind, number and range of the cuts, and copies the list. */
  public Thresholds {
    cuts = List.copyOf(cuts);
    if (schema.kind() == TaskKind.MULTICLASS) {
      throw new IllegalArgumentException(
          "A multiclass schema is decided by the highest score, not by thresholds.");
    }
    if (cuts.size() != schema.size()) {
      throw new IllegalArgumentException(
          cuts.size() + " cuts for " + schema.size() + " labels " + schema.names() + ".");
    }
    for (double cut : cuts) {
      if (!(cut >= 0 && cut <= 1)) {
        throw new IllegalArgumentException("A cut is in [0, 1], not " + cut + ".");
      }
    }
  }

  /** The same cut for every label. */
  public static Thresholds uniform(LabelSchema schema, double cut) {
    return new Thresholds(schema, Collections.nCopies(schema.size(), cut));
  }

  /** The cut of a label. */
  public double cut(int label) {
    return cuts.get(label);
  }

  @Override
  public boolean[][] decide(Predictions predictions) {
    Scores scores = predictions.scores();
    boolean[][] decided = new boolean[schema.size()][scores.size()];
    for (int label = 0; label < decided.length; label++) {
      double cut = cuts.get(label);
      boolean[] column = decided[label];
      for (int row = 0; row < column.length; row++) {
        column[row] = scores.score(row, label) >= cut;
      }
    }
    return decided;
  }

  /** The cuts of some labels of this schema, in the order of another one that holds only these. */
  public Thresholds restrictedTo(LabelSchema other) {
    return new Thresholds(
        other, other.names().stream().map(name -> cuts.get(schema.indexOf(name))).toList());
  }
}
