package dev.assay.data.source;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.data.internal.Batch;
import java.util.List;

/** The class of each row by name. */
final class ClassSink implements LabelSink {

  private final LabelColumns.Multiclass labels;
  private final StagedRows staged;
  private final CategorySink names;
  private final RowProblems problems;

  ClassSink(
      LabelColumns.Multiclass labels, StagedRows staged, SelectList select, RowProblems problems) {
    this.labels = labels;
    this.staged = staged;
    this.names = new CategorySink(staged.column(labels.column()), select, staged.count());
    this.problems = problems;
  }

  @Override
  public void read(Batch batch) {
    names.read(batch);
  }

  @Override
  public Labels toLabels() {
    CategoricalColumn column = names.toColumn();
    List<String> classes =
        labels.classes().orElseGet(() -> column.levels().stream().sorted().toList());
    if (classes.size() < 2) {
      throw new InvalidInputException(
          staged.shown(),
          "the label '"
              + labels.column()
              + "' has "
              + classes.size()
              + " class(es): "
              + classes
              + ".",
          "A classifier needs rows of at least two.");
    }
    int[] ofLevel = column.levels().stream().mapToInt(classes::indexOf).toArray();
    int[] rows = new int[column.size()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = column.isMissing(row) ? -1 : ofLevel[column.code(row)];
      if (rows[row] < 0 && !column.isMissing(row)) {
        String value = String.valueOf(column.value(row));
        problems.add(
            row,
            "the label '" + labels.column() + "' is '" + value + "', which is not declared.",
            NearestName.advice(value, classes));
      }
    }
    return Labels.ofClasses(new LabelSchema(TaskKind.MULTICLASS, classes), rows);
  }
}
