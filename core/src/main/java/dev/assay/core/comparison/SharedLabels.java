package dev.assay.core.comparison;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.Thresholds;
import java.util.List;

/**
 * The labels that both sides know: only these are compared. A multilabel schema may have gained or
 * lost labels; the classes of a multiclass one exclude each other, so both sides need the same.
 *
 * @param schema the shared labels in the candidate's order
 * @param added labels that only the candidate knows
 * @param retired labels that only the champion knows
 */
record SharedLabels(LabelSchema schema, List<String> added, List<String> retired) {

  /**
   * The labels that two schemas share.
   *
   * @throws InvalidInputException where they are not comparable
   */
  static SharedLabels of(String holdout, LabelSchema champion, LabelSchema candidate) {
    List<String> shared = candidate.names().stream().filter(champion.names()::contains).toList();
    List<String> added = without(candidate.names(), shared);
    List<String> retired = without(champion.names(), shared);
    boolean mayDiffer = candidate.kind() == TaskKind.MULTILABEL;
    if (champion.kind() != candidate.kind()
        || shared.isEmpty()
        || (!mayDiffer && !(added.isEmpty() && retired.isEmpty()))) {
      throw new InvalidInputException(
          "holdout " + holdout,
          "the champion's labels are %s %s, the candidate's %s %s."
              .formatted(champion.kind(), champion.names(), candidate.kind(), candidate.names()),
          "Only a multilabel schema may gain or lose labels, and it must keep one.");
    }
    return new SharedLabels(new LabelSchema(candidate.kind(), shared), added, retired);
  }

  private static List<String> without(List<String> names, List<String> removed) {
    return names.stream().filter(name -> !removed.contains(name)).toList();
  }

  /** A side with the shared labels only, in the shared order. */
  Side of(Side side) {
    return side.predictions().schema().equals(schema)
        ? side
        : new Side(side.predictions().restrictedTo(schema), rule(side.rule()));
  }

  private DecisionRule rule(DecisionRule rule) {
    return switch (rule) {
      case Thresholds thresholds -> thresholds.restrictedTo(schema);
      case GroupThresholds thresholds -> thresholds.restrictedTo(schema);
      case Argmax argmax -> new Argmax(schema);
    };
  }
}
