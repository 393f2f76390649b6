package dev.assay.data.source;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.progress.Progress;
import dev.assay.data.internal.Batch;
import dev.assay.data.internal.DuckDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One pass over staged rows into columns. */
final class RowReading {

  private static final String STAGE = "Reading rows";

  private final StagedRows staged;
  private final DatasetSource source;
  private final RowProblems problems;
  private final SelectList select = new SelectList();
  private final List<ColumnSink> sinks = new ArrayList<>();

  private final Optional<IdSink> ids;
  private final LabelSink labels;
  private final Map<String, Supplier<? extends Column>> features = new LinkedHashMap<>();
  private final Map<String, CategorySink> slices = new LinkedHashMap<>();
  private final Optional<CategorySink> group;
  private final Optional<CategorySink> event;
  private final Optional<CategorySink> from;
  private final Optional<TextSink> origin;
  private final Optional<TimeSink> time;
  private final Optional<PartSink> part;

  RowReading(StagedRows staged, DatasetSource source, ColumnRoles roles, RowProblems problems) {
    this.staged = staged;
    this.source = source;
    this.problems = problems;
    int rows = staged.count();
    List<RawColumn> idColumns = source.id().stream().map(staged::column).toList();
    ids =
        idColumns.isEmpty()
            ? Optional.empty()
            : Optional.of(sink(new IdSink(idColumns, select, rows, problems)));
    labels = sink(LabelSink.of(source.labels(), staged, select, problems));
    roles.featureColumns().forEach(this::addFeature);
    source.slices().forEach(name -> slices.put(name, category(name)));
    group = source.group().map(this::category);
    event = source.event().map(this::category);
    from = source.source().map(this::category);
    origin = source.origin().map(name -> sink(new TextSink(staged.column(name), select, rows)));
    time =
        source.time().map(name -> sink(new TimeSink(staged.column(name), select, rows, problems)));
    part =
        source.part().map(name -> sink(new PartSink(staged.column(name), select, rows, problems)));
  }

  private <S extends ColumnSink> S sink(S sink) {
    sinks.add(sink);
    return sink;
  }

  private CategorySink category(String name) {
    return sink(new CategorySink(staged.column(name), select, staged.count()));
  }

  private void addFeature(RawColumn column) {
    String name = column.name();
    if (column.kind() != RawColumn.Kind.TEXT && !source.features().texts().contains(name)) {
      features.put(name, sink(new NumberSink(column, select, staged.count(), problems))::toColumn);
    } else if (source.features().texts().contains(name)) {
      features.put(name, sink(new TextSink(column, select, staged.count()))::toColumn);
    } else {
      features.put(name, category(name)::toColumn);
    }
  }

  /** Reads all rows. */
  void run(DuckDb database, Progress progress) throws SQLException {
    progress.report(STAGE, 0, staged.count());
    String query = "SELECT " + select.sql() + " FROM " + staged.relation() + order();
    database.query(
        query,
        batch -> {
          read(batch);
          progress.report(STAGE, batch.start() + batch.size(), staged.count());
        });
  }

  private void read(Batch batch) {
    for (ColumnSink sink : sinks) {
      sink.read(batch);
    }
  }

  /** A query has no order of its own; that of the ids makes two runs of it equal. */
  private String order() {
    if (staged.ordered()) {
      return "";
    }
    List<String> keys = source.id().isEmpty() ? staged.names() : source.id();
    return keys.stream().map(DuckDb::name).collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  /** The examples read. */
  Dataset toDataset() {
    Map<String, Column> columns = new LinkedHashMap<>();
    features.forEach((name, column) -> columns.put(name, column.get()));
    Attributes attributes = attributes(ids.map(IdSink::ids).orElseGet(() -> contentIds(columns)));
    return new Dataset(attributes, labels(attributes), columns);
  }

  /** The labels of today, as far as those that were read tell of them. */
  private Labels labels(Attributes attributes) {
    Labels told =
        attributes
            .source()
            .map(from -> source.coverage().mask(labels.toLabels(), from::value))
            .orElseGet(labels::toLabels);
    return switch (source.labels()) {
      case LabelColumns.MultilabelColumns columns -> today(told, columns.names());
      case LabelColumns.MultilabelList list -> today(told, list.names());
      case LabelColumns unchanging -> told;
    };
  }

  private Labels today(Labels told, List<String> names) {
    return source.migration().forward(told, new LabelSchema(TaskKind.MULTILABEL, names));
  }

  private List<String> contentIds(Map<String, Column> columns) {
    ContentIds content = new ContentIds(staged.count());
    columns.forEach(content::add);
    group.ifPresent(sink -> content.add("group", sink.toColumn()));
    from.ifPresent(sink -> content.add("source", sink.toColumn()));
    origin.ifPresent(sink -> content.add("origin", sink.toColumn()));
    time.ifPresent(sink -> content.add(sink.toColumn()));
    return content.ids();
  }

  private Attributes attributes(List<String> identifiers) {
    Attributes.Builder builder = Attributes.of(identifiers);
    group.ifPresent(sink -> builder.group(sink.toColumn()));
    time.ifPresent(sink -> builder.time(sink.toColumn()));
    event.ifPresent(sink -> builder.event(sink.toColumn()));
    from.ifPresent(sink -> builder.source(sink.toColumn()));
    origin.ifPresent(sink -> builder.origin(sink.toColumn()));
    slices.forEach((name, sink) -> builder.slice(name, sink.toColumn()));
    return builder.build();
  }

  /** The given split, where one is declared. */
  Optional<CategoricalColumn> parts() {
    return part.map(PartSink::toColumn);
  }
}
