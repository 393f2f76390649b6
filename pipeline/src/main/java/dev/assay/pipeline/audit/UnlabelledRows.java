package dev.assay.pipeline.audit;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.CutDecimal;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Rows of unknown label whose score lies near the cut, in groups or of labels that need events. The
 * priority is the closeness to the cut (1 at it, 0 at a score of 0 or 1) times the share of the
 * needed events that is missing: uncertainty sampling (Lewis, Gale: A sequential algorithm for
 * training text classifiers, SIGIR 1994) where the figures ask for it.
 */
final class UnlabelledRows {

  private final Deficits deficits;
  private final IntPredicate mayBeLabelled;

  /**
   * The rows for these needs.
   *
   * @param mayBeLabelled by row number: false where the label cannot be known yet
   */
  UnlabelledRows(Deficits deficits, IntPredicate mayBeLabelled) {
    this.deficits = deficits;
    this.mayBeLabelled = mayBeLabelled;
  }

  /**
   * The rows, in no order.
   *
   * @param predictions scores by a model that was not trained on any of them
   */
  List<RowToLabel> of(Predictions predictions, DecisionRule rule) {
    List<RowToLabel> rows = new ArrayList<>();
    boolean multiclass = predictions.schema().kind() == TaskKind.MULTICLASS;
    for (int row = 0; row < predictions.size(); row++) {
      if (!mayBeLabelled.test(row)) {
        continue;
      }
      if (multiclass) {
        if (predictions.truth().classOf(row) < 0) {
          addClass(predictions, row, rows);
        }
      } else {
        for (int label = 0; label < predictions.schema().size(); label++) {
          if (!predictions.truth().isKnown(row, label)) {
            add(predictions, row, label, cut(rule, predictions, row, label), rows);
          }
        }
      }
    }
    return rows;
  }

  private void add(Predictions predictions, int row, int label, double cut, List<RowToLabel> rows) {
    double score = predictions.scores().score(row, label);
    double closeness = score >= cut ? 1 - share(score - cut, 1 - cut) : 1 - share(cut - score, cut);
    String beside =
        String.format(Locale.ROOT, "scored %.3f beside the cut %s", score, CutDecimal.of(cut));
    propose(predictions, row, label, closeness, beside, rows);
  }

  /** The class of the highest score; closeness is how near the second one comes to it. */
  private void addClass(Predictions predictions, int row, List<RowToLabel> rows) {
    int top = predictions.scores().argmax(row);
    double first = predictions.scores().score(row, top);
    double second = 0;
    for (int label = 0; label < predictions.schema().size(); label++) {
      if (label != top) {
        second = Math.max(second, predictions.scores().score(row, label));
      }
    }
    String beside = String.format(Locale.ROOT, "scored %.3f, the next class %.3f", first, second);
    propose(predictions, row, top, 1 - (first - second), beside, rows);
  }

  private void propose(
      Predictions predictions,
      int row,
      int label,
      double closeness,
      String beside,
      List<RowToLabel> rows) {
    Optional<String> group = group(predictions, row);
    String name = predictions.schema().names().get(label);
    Optional<LabelNeed> need = deficits.of(group, name);
    if (need.isPresent() && closeness > 0) {
      rows.add(
          new RowToLabel(
              predictions.attributes().id(row),
              group,
              name,
              predictions.scores().score(row, label),
              RowToLabel.Kind.UNLABELLED,
              closeness * need.get().needed().deficit(),
              "unlabelled, " + beside + "; " + words(need.get())));
    }
  }

  private static String words(LabelNeed need) {
    String of = "%s on %s".formatted(need.figure().subject(), need.figure().holdout());
    return switch (need.needed()) {
      case Needed.Events events -> "%s needs %,d more events".formatted(of, events.more());
      case Needed.Unknown unknown -> "%s needs events".formatted(of);
    };
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  static Optional<String> group(Predictions predictions, int row) {
    Optional<CategoricalColumn> groups = predictions.attributes().group();
    return groups
        .filter(column -> !column.isMissing(row))
        .map(column -> column.levels().get(column.code(row)));
  }

  private static double cut(DecisionRule rule, Predictions predictions, int row, int label) {
    return switch (rule) {
      case Thresholds thresholds -> thresholds.cut(label);
      case GroupThresholds own ->
          group(predictions, row).map(own::of).orElse(own.pooled()).cut(label);
      case Argmax argmax ->
          throw new IllegalStateException("Labels that are no classes have cuts.");
    };
  }
}
