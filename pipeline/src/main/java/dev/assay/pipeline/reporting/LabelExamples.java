package dev.assay.pipeline.reporting;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.threshold.RowCuts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The rows of a set by what a model decided of one label in them, in the order in which they are
 * worth reading; of equal ones by id. Rows in which the label is unknown are none of them.
 */
final class LabelExamples {

  private final Predictions predictions;
  private final Evaluation evaluation;
  private final boolean[] decided;
  private final int label;

  /**
   * The rows of a label.
   *
   * @param decided what is decided of it in each row
   * @param label its column
   */
  LabelExamples(Evaluation evaluation, boolean[] decided, int label) {
    this.evaluation = evaluation;
    this.predictions = evaluation.predictions();
    this.decided = decided;
    this.label = label;
  }

  /** What has the label and was detected, the nearest to the cut first. */
  List<Integer> caught() {
    return rows(Labels.POSITIVE, true, Comparator.comparingDouble(this::aboveCut));
  }

  /** What has the label and was not detected, the lowest score first. */
  List<Integer> missed() {
    return rows(Labels.POSITIVE, false, Comparator.comparingDouble(this::score));
  }

  /** What does not have the label and was detected, the highest score first. */
  List<Integer> wronglyFlagged() {
    return rows(Labels.NEGATIVE, true, Comparator.comparingDouble(row -> -score(row)));
  }

  /**
   * The first of some rows, one of each group at most where rows have any: what depends on each
   * other is alike.
   *
   * @param most how many at most
   */
  List<Integer> first(List<Integer> rows, int most) {
    Optional<CategoricalColumn> groups = predictions.attributes().group();
    Set<String> seen = new HashSet<>();
    return rows.stream()
        .filter(row -> groups.map(column -> column.value(row)).map(seen::add).orElse(true))
        .limit(most)
        .toList();
  }

  /** The score of the label in a row. */
  float score(int row) {
    return predictions.scores().score(row, label);
  }

  /** The cut of the label in a row; empty where the highest score decides. */
  OptionalDouble cut(int row) {
    return RowCuts.of(evaluation.rule(), predictions.attributes(), label, row);
  }

  private double aboveCut(int row) {
    return score(row) - cut(row).orElse(0);
  }

  private List<Integer> rows(byte truth, boolean detected, Comparator<Integer> order) {
    return IntStream.range(0, decided.length)
        .filter(row -> decided[row] == detected && predictions.truth().state(row, label) == truth)
        .boxed()
        .sorted(order.thenComparing(row -> predictions.attributes().id(row)))
        .toList();
  }
}
