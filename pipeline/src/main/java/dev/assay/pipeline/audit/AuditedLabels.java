package dev.assay.pipeline.audit;

import java.util.Comparator;
import java.util.List;

/**
 * Where more labels would pay.
 *
 * @param runId the run whose figures were looked at
 * @param scoredBy the hash of the bundle that scored the rows
 * @param effect the effect that the figures should be able to show
 * @param needs the groups and labels that lack support, those that lack most first
 * @param rows the rows to label, the most urgent first
 * @param rowsLeftOut how many less urgent rows are not among them
 */
public record AuditedLabels(
    String runId,
    String scoredBy,
    double effect,
    List<LabelNeed> needs,
    List<RowToLabel> rows,
    int rowsLeftOut) {

  /** Copies the lists. */
  public AuditedLabels {
    needs = List.copyOf(needs);
    rows = List.copyOf(rows);
  }

  /** By priority, ties by id and label, so that the order does not depend on that of the data. */
  static List<RowToLabel> ranked(List<RowToLabel> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparingDouble((RowToLabel row) -> -row.priority())
                .thenComparing(RowToLabel::id)
                .thenComparing(RowToLabel::label))
        .toList();
  }
}
