package dev.assay.data.source;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.NearestName;
import dev.assay.data.internal.Batch;
import dev.assay.data.internal.DuckDb;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Labels that each row lists, by name or index. */
final class LabelListSink implements LabelSink {

  /** Separates the entries of a list on its way out of DuckDB; ASCII's own unit separator. */
  private static final String SEPARATOR = "\u001f";

  private final LabelSchema schema;
  private final String name;
  private final int column;
  private final Pattern separator;
  private final byte[][] states;
  private final RowProblems problems;

  LabelListSink(
      LabelColumns.MultilabelList labels,
      StagedRows staged,
      SelectList select,
      RowProblems problems) {
    RawColumn raw = staged.column(labels.column());
    boolean list = raw.kind() == RawColumn.Kind.LIST;
    this.schema = new LabelSchema(TaskKind.MULTILABEL, labels.names());
    this.name = labels.column();
    this.column =
        select.add(list ? "array_to_string(" + DuckDb.name(name) + ", chr(31))" : raw.text());
    this.separator = Pattern.compile(Pattern.quote(list ? SEPARATOR : labels.delimiter()));
    this.states = new byte[schema.size()][staged.count()];
    this.problems = problems;
  }

  @Override
  public void read(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      String value = batch.text(column, i);
      int row = batch.start() + i;
      if (value == null) {
        Arrays.stream(states).forEach(states -> states[row] = Labels.UNKNOWN);
      } else if (!value.isEmpty()) {
        separator.splitAsStream(value).map(String::strip).forEach(entry -> mark(entry, row));
      }
    }
  }

  private void mark(String entry, int row) {
    int label = index(entry);
    if (label < 0) {
      problems.add(
          row,
          "'" + name + "' lists the label '" + entry + "', which is not declared.",
          NearestName.advice(entry, schema.names()));
    } else {
      states[label][row] = Labels.POSITIVE;
    }
  }

  private int index(String entry) {
    List<String> names = schema.names();
    int named = names.indexOf(entry);
    if (named >= 0 || !entry.matches("\\d{1,9}")) {
      return named;
    }
    int index = Integer.parseInt(entry);
    return index < names.size() ? index : -1;
  }

  @Override
  public Labels toLabels() {
    return Labels.ofColumns(schema, states);
  }
}
