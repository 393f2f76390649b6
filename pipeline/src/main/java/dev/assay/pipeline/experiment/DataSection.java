package dev.assay.pipeline.experiment;

import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.FeatureColumns;
import dev.assay.data.source.LabelColumns;
import dev.assay.data.source.RowSource;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlValue;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the section {@code data}. */
final class DataSection {

  static final List<String> FORMATS = List.of("csv", "jsonl", "parquet");

  private static final List<String> KINDS = List.of("csv", "jsonl", "parquet", "sql", "simulate");

  private final Section data;
  private final Path folder;

  private DataSection(Section data, Path folder) {
    this.data = data;
    this.folder = folder;
  }

  /** The declaration, or empty where problems were found that leave none. */
  static Optional<DatasetSource> read(Section data, Path folder) {
    Optional<DatasetSource> source = new DataSection(data, folder).source();
    data.done();
    return source;
  }

  private Optional<DatasetSource> source() {
    Optional<RowSource> rows = rows();
    Optional<LabelColumns> labels = new LabelSection(data).read();
    FeatureColumns features = features();
    Optional<String> time = Optional.empty();
    int horizon = 0;
    if (data.value("time").orElse(null) instanceof YamlValue.Mapping) {
      Section section = data.section("time").orElseThrow();
      time = Optional.of(section.requiredText("column"));
      horizon = section.days("horizon").orElse(0);
      section.done();
    } else {
      time = data.text("time");
    }
    List<String> id = data.texts("id");
    Optional<String> group = data.text("group");
    Optional<String> event = data.text("event");
    Optional<String> origin = data.text("derived_from");
    Optional<String> from = data.text("source");
    List<String> slices = data.texts("slices");
    Optional<String> part = data.text("part");
    boolean simulated = data.flag("simulated").orElse(false);
    if (rows.isEmpty() || labels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        DatasetSource.builder(folder, rows.get(), labels.get())
            .id(id.toArray(String[]::new))
            .features(features)
            .group(group.orElse(null))
            .time(time.orElse(null), horizon)
            .event(event.orElse(null))
            .source(from.orElse(null))
            .origin(origin.orElse(null))
            .slices(slices.toArray(String[]::new))
            .part(part.orElse(null))
            .simulated(simulated)
            .build());
  }

  private Optional<RowSource> rows() {
    Optional<Section> section = data.requiredSection("rows");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section rows = section.get();
    Optional<RowSource> source = rows(rows);
    rows.done();
    if (source.isEmpty()) {
      data.problem(
          "rows",
          "does not say where the rows are.",
          "Write 'rows: { csv: FILE }', or jsonl, parquet, sql or simulate.");
    }
    return source;
  }

  private static Optional<RowSource> rows(Section rows) {
    rows.atMostOneOf("Keep one of them.", KINDS);
    Optional<RowSource> source = Optional.empty();
    for (String format : FORMATS) {
      List<String> patterns = rows.texts(format);
      if (!patterns.isEmpty()) {
        source = Optional.of(new RowSource.Files(patterns));
      }
    }
    Optional<String> script = rows.text("sql");
    if (script.isPresent()) {
      source = Optional.of(new RowSource.Script(script.get(), variables(rows)));
    }
    Optional<String> simulation = rows.text("simulate");
    if (simulation.isPresent()) {
      int seed = rows.whole("seed", 0, Integer.MAX_VALUE).orElse(1);
      source = Optional.of(new RowSource.Simulated(simulation.get(), seed));
    }
    return source;
  }

  private static Map<String, String> variables(Section rows) {
    Map<String, String> variables = new TreeMap<>();
    rows.section("variables")
        .ifPresent(
            section ->
                section
                    .keys()
                    .forEach(key -> section.text(key).ifPresent(v -> variables.put(key, v))));
    return variables;
  }

  private FeatureColumns features() {
    List<String> texts = data.texts("texts");
    if (data.value("features").orElse(null) instanceof YamlValue.Mapping) {
      Section section = data.section("features").orElseThrow();
      List<String> except = section.texts("except");
      section.done();
      return new FeatureColumns(List.of(), new HashSet<>(except), new HashSet<>(texts));
    }
    return new FeatureColumns(data.texts("features"), new HashSet<>(), new HashSet<>(texts));
  }
}
