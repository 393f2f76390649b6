package dev.assay.data.source;

import dev.assay.core.label.Labels;

/** Reads the label columns. */
interface LabelSink extends ColumnSink {

  /** The labels of all rows, where none of their values was a problem. */
  Labels toLabels();

  /** The sink for a declaration. */
  static LabelSink of(
      LabelColumns labels, StagedRows staged, SelectList select, RowProblems problems) {
    return switch (labels) {
      case LabelColumns.Binary binary -> new StateSink(binary, staged, select, problems);
      case LabelColumns.MultilabelColumns columns ->
          new StateSink(columns, staged, select, problems);
      case LabelColumns.Multiclass classes -> new ClassSink(classes, staged, select, problems);
      case LabelColumns.MultilabelList list -> new LabelListSink(list, staged, select, problems);
      case LabelColumns.Unlabelled unlabelled -> new UnknownSink(unlabelled, staged);
    };
  }
}
