package dev.assay.data.holdout;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.example.TextColumn;
import dev.assay.core.label.Labels;
import dev.assay.data.internal.TableFile;
import dev.assay.data.source.CompositeId;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.LabelColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns of a declaration, filled again from the dataset that was read by it. */
final class HoldoutTable {

  /** The column of ids that were made from content. */
  static final String ID = "assay_id";

  /** The column of what labels a row tells of, where they are listed: others may come later. */
  static final String KNOWN = "assay_known_labels";

  private final Dataset rows;
  private final Attributes attributes;
  private final DatasetSource declaration;
  private final TableFile table;
  private final Set<String> written = new HashSet<>();

  private HoldoutTable(Dataset rows, DatasetSource declaration) {
    this.rows = rows;
    this.attributes = rows.attributes();
    this.declaration = declaration;
    this.table = new TableFile(rows.size());
  }

  /** A table of the rows. A column that plays several roles is written once. */
  static TableFile of(Dataset rows, DatasetSource declaration) {
    HoldoutTable holdout = new HoldoutTable(rows, declaration);
    holdout.addIds();
    holdout.addLabels();
    holdout.addAttributes();
    rows.features().forEach(holdout::addFeature);
    return holdout.table;
  }

  private void addIds() {
    List<String> names = declaration.id();
    if (names.isEmpty()) {
      table.texts(ID, attributes::id);
    }
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      String name = names.get(i);
      if (written.add(name)) {
        boolean number =
            rows.features().get(name) instanceof NumericColumn
                && IntStream.range(0, rows.size()).allMatch(row -> isWhole(part(row, at)));
        if (number) {
          table.integers(name, row -> Long.valueOf(part(row, at)));
        } else {
          table.texts(name, row -> part(row, at));
        }
      }
    }
  }

  private static boolean isWhole(String text) {
    return text.matches("-?\\d{1,18}");
  }

  private String part(int row, int at) {
    return CompositeId.split(attributes.id(row), declaration.id().size()).get(at);
  }

  private void addAttributes() {
    attributes
        .time()
        .ifPresent(time -> addTimes(declaration.time().orElseThrow(), time::epochSecond));
    attributes.group().ifPresent(column -> add(declaration.group().orElseThrow(), column));
    attributes.event().ifPresent(column -> add(declaration.event().orElseThrow(), column));
    attributes.source().ifPresent(column -> add(declaration.source().orElseThrow(), column));
    attributes.origin().ifPresent(column -> addTexts(declaration.origin().orElseThrow(), column));
    attributes.slices().forEach(this::add);
  }

  private void addFeature(String name, Column column) {
    switch (column) {
      case NumericColumn numbers -> {
        if (written.add(name)) {
          table.numbers(name, numbers::value);
        }
      }
      case CategoricalColumn categories -> add(name, categories);
      case TextColumn texts -> addTexts(name, texts);
    }
  }

  private void add(String name, CategoricalColumn column) {
    if (!(rows.features().get(name) instanceof NumericColumn) && written.add(name)) {
      table.texts(name, column::value);
    }
  }

  private void addTexts(String name, TextColumn column) {
    if (written.add(name)) {
      table.texts(name, column::value);
    }
  }

  private void addTimes(String name, IntToLongFunction epochSeconds) {
    if (written.add(name)) {
      table.times(name, epochSeconds);
    }
  }

  private void addLabels() {
    Labels labels = rows.labels();
    written.addAll(declaration.labels().columns());
    switch (declaration.labels()) {
      case LabelColumns.Binary binary -> addBinary(binary, labels);
      case LabelColumns.Multiclass classes -> table.texts(classes.column(), this::className);
      case LabelColumns.MultilabelColumns columns -> {
        for (int j = 0; j < columns.names().size(); j++) {
          int label = j;
          table.integers(columns.names().get(j), row -> state(labels, row, label));
        }
      }
      case LabelColumns.MultilabelList list -> {
        table.lists(list.column(), this::positives);
        table.lists(KNOWN, this::known);
      }
      case LabelColumns.Unlabelled unlabelled ->
          throw new IllegalArgumentException("Rows without labels are no holdout.");
    }
  }

  private void addBinary(LabelColumns.Binary binary, Labels labels) {
    if (binary.positives().isEmpty()) {
      table.integers(binary.column(), row -> state(labels, row, 0));
      return;
    }
    String positive = binary.positives().stream().sorted().toList().getFirst();
    String negative = "not " + positive;
    table.texts(
        binary.column(),
        row -> {
          Long state = state(labels, row, 0);
          return state == null ? null : state == Labels.POSITIVE ? positive : negative;
        });
  }

  private @Nullable String className(int row) {
    int label = rows.labels().classOf(row);
    return label < 0 ? null : rows.schema().names().get(label);
  }

  private @Nullable List<String> positives(int row) {
    return listed(row, label -> rows.labels().state(row, label) == Labels.POSITIVE);
  }

  private @Nullable List<String> known(int row) {
    return listed(row, label -> rows.labels().isKnown(row, label));
  }

  private @Nullable List<String> listed(int row, IntPredicate wanted) {
    if (!rows.labels().isAnyKnown(row)) {
      return null;
    }
    return IntStream.range(0, rows.schema().size())
        .filter(wanted)
        .mapToObj(label -> Objects.requireNonNull(rows.schema().names().get(label)))
        .toList();
  }

  private static @Nullable Long state(Labels labels, int row, int label) {
    return labels.isKnown(row, label) ? Long.valueOf(labels.state(row, label)) : null;
  }
}
