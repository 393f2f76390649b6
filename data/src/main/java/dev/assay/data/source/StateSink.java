package dev.assay.data.source;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.data.internal.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Labels of which each has a column that says whether it is there. */
final class StateSink implements LabelSink {

  private static final Set<String> YES = Set.of("1", "true", "yes");
  private static final Set<String> NO = Set.of("0", "false", "no");

  /** Stands for a column that may be missing and is. */
  private static final int MISSING = -1;

  private final LabelSchema schema;
  private final Set<String> positives;
  private final int[] columns;
  private final byte[][] states;
  private final RowProblems problems;

  StateSink(
      LabelColumns.Binary labels, StagedRows staged, SelectList select, RowProblems problems) {
    this(
        LabelSchema.binary(labels.column()),
        labels.positives(),
        Set.of(),
        staged,
        select,
        problems);
  }

  StateSink(
      LabelColumns.MultilabelColumns labels,
      StagedRows staged,
      SelectList select,
      RowProblems problems) {
    this(
        new LabelSchema(TaskKind.MULTILABEL, present(labels, staged)),
        Set.of(),
        labels.absent(),
        staged,
        select,
        problems);
  }

  /** The labels of today and those of before that the rows tell of. */
  private static List<String> present(LabelColumns.MultilabelColumns labels, StagedRows staged) {
    List<String> names = new ArrayList<>(labels.names());
    labels.former().stream().filter(staged.names()::contains).forEach(names::add);
    return names;
  }

  private StateSink(
      LabelSchema schema,
      Set<String> positives,
      Set<String> absent,
      StagedRows staged,
      SelectList select,
      RowProblems problems) {
    this.schema = schema;
    this.positives = positives;
    this.columns =
        schema.names().stream()
            .mapToInt(
                name ->
                    absent.contains(name) && !staged.names().contains(name)
                        ? MISSING
                        : select.add(staged.column(name).text()))
            .toArray();
    this.states = new byte[columns.length][staged.count()];
    this.problems = problems;
  }

  @Override
  public void read(Batch batch) {
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < batch.size(); i++) {
        String value = columns[j] == MISSING ? null : batch.text(columns[j], i);
        int row = batch.start() + i;
        states[j][row] = value == null ? Labels.UNKNOWN : state(value, j, row);
      }
    }
  }

  private byte state(String value, int label, int row) {
    String plain = plain(value);
    if (!positives.isEmpty()) {
      boolean positive = positives.contains(value) || positives.contains(plain);
      return positive ? Labels.POSITIVE : Labels.NEGATIVE;
    }
    String lower = plain.toLowerCase(Locale.ROOT);
    if (YES.contains(lower)) {
      return Labels.POSITIVE;
    }
    if (!NO.contains(lower)) {
      problems.add(
          row,
          "the label '" + schema.names().get(label) + "' is '" + value + "'.",
          "Write 0 or 1, nothing where it is unknown, or declare which values are positive.");
    }
    return Labels.NEGATIVE;
  }

  /** The value with a whole number of type DOUBLE written as one. */
  private static String plain(String value) {
    return value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
  }

  @Override
  public Labels toLabels() {
    return Labels.ofColumns(schema, states);
  }
}
