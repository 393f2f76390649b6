package dev.assay.data.source;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.NearestName;
import dev.assay.data.internal.Batch;
import dev.assay.data.internal.DuckDb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Labels that each row lists, by name or index. */
final class LabelListSink implements LabelSink {

  /** Separates the entries of a list on its way out of DuckDB; ASCII's own unit separator. */
  private static final String SEPARATOR = "\u001f";

  private final LabelSchema schema;
  private final Entries listed;
  private final Optional<Entries> known;
  private final int[] absent;
  private final byte[][] states;
  private final RowProblems problems;

  LabelListSink(
      LabelColumns.MultilabelList labels,
      StagedRows staged,
      SelectList select,
      RowProblems problems) {
    List<String> names = new ArrayList<>(labels.names());
    names.addAll(labels.former());
    this.schema = new LabelSchema(TaskKind.MULTILABEL, names);
    this.listed = Entries.of(labels.column(), labels.delimiter(), staged, select);
    this.known =
        labels
            .known()
            .filter(staged.names()::contains)
            .map(name -> Entries.of(name, labels.delimiter(), staged, select));
    this.absent =
        known.isPresent()
            ? new int[0]
            : labels.absent().stream().mapToInt(schema::indexOf).sorted().toArray();
    this.states = new byte[schema.size()][staged.count()];
    this.problems = problems;
  }

  @Override
  public void read(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      int row = batch.start() + i;
      String value = batch.text(listed.column(), i);
      if (value == null) {
        Arrays.stream(states).forEach(states -> states[row] = Labels.UNKNOWN);
        continue;
      }
      for (int label : absent) {
        states[label][row] = Labels.UNKNOWN;
      }
      listed.split(value).forEach(entry -> mark(entry, row));
      int at = i;
      known.ifPresent(told -> keepKnown(told, batch.text(told.column(), at), row));
    }
  }

  private void mark(String entry, int row) {
    int label = index(listed, entry, row);
    if (label >= 0) {
      states[label][row] = Labels.POSITIVE;
    }
  }

  private void keepKnown(Entries told, @Nullable String value, int row) {
    BitSet kept = new BitSet();
    if (value != null) {
      told.split(value)
          .map(entry -> index(told, entry, row))
          .filter(label -> label >= 0)
          .forEach(kept::set);
    }
    for (int label = 0; label < states.length; label++) {
      if (!kept.get(label)) {
        states[label][row] = Labels.UNKNOWN;
      }
    }
  }

  private int index(Entries column, String entry, int row) {
    int label = index(entry);
    if (label < 0) {
      problems.add(
          row,
          "'" + column.name() + "' lists the label '" + entry + "', which is not declared.",
          NearestName.advice(entry, schema.names()));
    }
    return label;
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

  /** A column of lists. */
  private record Entries(String name, int column, Pattern separator) {

    static Entries of(String name, String delimiter, StagedRows staged, SelectList select) {
      RawColumn raw = staged.column(name);
      boolean list = raw.kind() == RawColumn.Kind.LIST;
      String text = list ? "array_to_string(" + DuckDb.name(name) + ", chr(31))" : raw.text();
      String separator = list ? SEPARATOR : delimiter;
      return new Entries(name, select.add(text), Pattern.compile(Pattern.quote(separator)));
    }

    Stream<String> split(String value) {
      return value.isEmpty() ? Stream.empty() : separator.splitAsStream(value).map(String::strip);
    }
  }
}
