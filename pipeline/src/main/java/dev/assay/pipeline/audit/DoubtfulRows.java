package dev.assay.pipeline.audit;

import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Labelled rows whose held-out score confidently disagrees with their label, after Northcutt,
 * Jiang, Chuang: Confident learning: estimating uncertainty in dataset labels, JAIR 70, 2021. A
 * class counts as confident on a row from its average self-confidence on, the mean score that rows
 * labelled with it give it (their equation 2); of several confident ones the highest is taken. Rows
 * where that is another class than the label are ranked by self-confidence, the score of their own
 * label: the lower, the more doubtful. A label that is there or not is taken for two classes.
 */
final class DoubtfulRows {

  private DoubtfulRows() {}

  /**
   * The rows, in no order.
   *
   * @param predictions scores by models that were not trained on any of the rows that they score
   */
  static List<RowToLabel> of(Predictions predictions) {
    List<RowToLabel> rows = new ArrayList<>();
    if (predictions.schema().kind() == TaskKind.MULTICLASS) {
      addClasses(predictions, rows);
    } else {
      for (int label = 0; label < predictions.schema().size(); label++) {
        addLabel(predictions, label, rows);
      }
    }
    return rows;
  }

  private static void addLabel(Predictions predictions, int label, List<RowToLabel> rows) {
    Mean ofPositives = new Mean();
    Mean ofNegatives = new Mean();
    for (int row = 0; row < predictions.size(); row++) {
      byte state = predictions.truth().state(row, label);
      if (state != Labels.UNKNOWN) {
        double score = predictions.scores().score(row, label);
        (state == Labels.POSITIVE ? ofPositives : ofNegatives)
            .add(state == Labels.POSITIVE ? score : 1 - score);
      }
    }
    String name = predictions.schema().names().get(label);
    for (int row = 0; row < predictions.size(); row++) {
      byte state = predictions.truth().state(row, label);
      double score = predictions.scores().score(row, label);
      boolean there = score >= ofPositives.value();
      boolean notThere = 1 - score >= ofNegatives.value();
      boolean confidentlyThere = there && !(notThere && 1 - score >= score);
      boolean confidentlyNot = notThere && !(there && score >= 1 - score);
      if (state == Labels.NEGATIVE && confidentlyThere) {
        rows.add(row(predictions, row, label, score, "labelled as not " + name));
      } else if (state == Labels.POSITIVE && confidentlyNot) {
        rows.add(row(predictions, row, label, 1 - score, "labelled as " + name));
      }
    }
  }

  private static void addClasses(Predictions predictions, List<RowToLabel> rows) {
    int k = predictions.schema().size();
    Mean[] ofClass = new Mean[k];
    for (int label = 0; label < k; label++) {
      ofClass[label] = new Mean();
    }
    for (int row = 0; row < predictions.size(); row++) {
      int given = predictions.truth().classOf(row);
      if (given >= 0) {
        ofClass[given].add(predictions.scores().score(row, given));
      }
    }
    for (int row = 0; row < predictions.size(); row++) {
      int given = predictions.truth().classOf(row);
      int confident = confident(predictions, row, ofClass);
      if (given >= 0 && confident >= 0 && confident != given) {
        List<String> names = predictions.schema().names();
        double doubt = 1 - predictions.scores().score(row, given);
        rows.add(
            row(
                predictions,
                row,
                given,
                doubt,
                "labelled as %s, while %s scored %.3f"
                    .formatted(
                        names.get(given),
                        names.get(confident),
                        predictions.scores().score(row, confident))));
      }
    }
  }

  private static int confident(Predictions predictions, int row, Mean[] ofClass) {
    int best = -1;
    for (int label = 0; label < ofClass.length; label++) {
      float score = predictions.scores().score(row, label);
      boolean higher = best < 0 || score > predictions.scores().score(row, best);
      best = score >= ofClass[label].value() && higher ? label : best;
    }
    return best;
  }

  private static RowToLabel row(
      Predictions predictions, int row, int label, double doubt, String labelled) {
    double score = predictions.scores().score(row, label);
    return new RowToLabel(
        predictions.attributes().id(row),
        UnlabelledRows.group(predictions, row),
        predictions.schema().names().get(label),
        score,
        RowToLabel.Kind.DOUBTFUL,
        doubt,
        String.format(
            Locale.ROOT,
            "%s and scored %.3f by a model that never saw it: look again",
            labelled,
            score));
  }

  /** A running mean; above every score where nothing was added. */
  private static final class Mean {

    private double sum;
    private long count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return count == 0 ? Double.POSITIVE_INFINITY : sum / count;
    }
  }
}
