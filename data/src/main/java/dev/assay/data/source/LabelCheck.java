package dev.assay.data.source;

import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;

/** Whether there is something to learn or to measure in the labels. */
final class LabelCheck {

  private static final String MEND = "Check how the label is declared.";

  private LabelCheck() {}

  /** Refuses labels of which none is known. */
  static void checkKnown(String shown, Labels labels) {
    for (int row = 0; row < labels.size(); row++) {
      if (labels.isAnyKnown(row)) {
        return;
      }
    }
    throw new InvalidInputException(
        shown,
        "no label is known" + (labels.size() == 0 ? ", since no row is left." : "."),
        "Check the label's column, its horizon and the as-of day.");
  }

  /** Notes labels that all say the same. */
  static void checkClasses(DatasetSource source, Labels labels, Problems problems) {
    int known = 0;
    int positives = 0;
    int occurring = 0;
    for (int label = 0; label < labels.schema().size(); label++) {
      known += labels.known(label);
      positives += labels.positives(label);
      occurring += labels.positives(label) > 0 ? 1 : 0;
    }
    String where = "label " + String.join(", ", source.labels().columns());
    if (known == 0) {
      return;
    }
    if (positives == 0) {
      problems.add(where, "no row has it.", MEND);
    } else if (labels.schema().kind() == TaskKind.MULTICLASS
        ? occurring == 1
        : positives == known) {
      problems.add(where, "every row where it is known has the same one.", MEND);
    }
  }
}
