package dev.assay.pipeline.run;

import dev.assay.core.label.LabelMigration;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import java.util.List;
import java.util.Set;

/** Whether the labels of an experiment follow on those of the champion as it says they do. */
final class LabelSuccession {

  private LabelSuccession() {}

  /**
   * Refuses labels that came or went unsaid.
   *
   * @param file the experiment's file
   * @throws InvalidInputException naming them all
   */
  static void check(
      String file, LabelMigration declared, LabelSchema champion, LabelSchema candidate) {
    if (!isComparable(champion, candidate)) {
      throw new InvalidInputException(
          file,
          "its labels are %s %s, the champion's %s %s."
              .formatted(candidate.kind(), candidate.names(), champion.kind(), champion.names()),
          "Only a multilabel task may gain or lose labels, and it must keep one. Take another home"
              + " for another task.");
    }
    List<String> undeclared = declared.undeclared(champion, candidate);
    if (!undeclared.isEmpty()) {
      throw new InvalidInputException(
          file,
          "its labels are not the champion's: " + String.join(", ", undeclared) + ".",
          "Where that is meant, say so under 'labels', as 'added', 'retired' or 'split'.");
    }
  }

  private static boolean isComparable(LabelSchema champion, LabelSchema candidate) {
    boolean several =
        champion.kind() == TaskKind.MULTILABEL && candidate.kind() == TaskKind.MULTILABEL;
    return several
        ? candidate.names().stream().anyMatch(champion.names()::contains)
        : champion.kind() == candidate.kind()
            && Set.copyOf(champion.names()).equals(Set.copyOf(candidate.names()));
  }
}
