package dev.assay.data.parts;

import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;

/**
 * What is counted to balance labels, as columns {@code c}: the positives of each label, and for a
 * binary task its negatives too, which can be the rare ones. Unknown labels count for nothing.
 */
final class LabelCounts {

  private final Labels labels;
  private final int columns;

  LabelCounts(Labels labels) {
    this.labels = labels;
    columns = labels.schema().kind() == TaskKind.BINARY ? 2 : labels.schema().size();
  }

  int columns() {
    return columns;
  }

  boolean has(int row, int column) {
    return labels.schema().kind() == TaskKind.BINARY
        ? labels.state(row, 0) == (column == 0 ? Labels.POSITIVE : Labels.NEGATIVE)
        : labels.state(row, column) == Labels.POSITIVE;
  }
}
