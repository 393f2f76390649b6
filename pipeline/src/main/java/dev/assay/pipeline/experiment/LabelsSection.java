package dev.assay.pipeline.experiment;

import dev.assay.core.label.LabelCoverage;
import dev.assay.core.label.LabelMigration;
import dev.assay.core.problem.NearestName;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.LabelColumns;
import dev.assay.pipeline.yaml.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code labels}: how the labels of a multilabel task differ from those before, which of them
 * the sources of rows tell of, and which are optional.
 */
final class LabelsSection {

  static final String KEY = "labels";

  private final Section labels;
  private final DatasetSource data;
  private final List<String> names;

  private LabelsSection(Section labels, DatasetSource data, List<String> names) {
    this.labels = labels;
    this.data = data;
    this.names = names;
  }

  /** The declaration; without the section, that nothing differs. */
  static LabelsDeclaration read(Section top, DatasetSource data) {
    Optional<Section> section = top.section(KEY);
    Optional<List<String>> names =
        switch (data.labels()) {
          case LabelColumns.MultilabelColumns columns -> Optional.of(columns.names());
          case LabelColumns.MultilabelList list -> Optional.of(list.names());
          case LabelColumns single -> Optional.empty();
        };
    if (section.isPresent() && names.isEmpty()) {
      top.problem(
          KEY,
          "goes with a multilabel task: other labels do not come and go.",
          "Remove it, or declare 'data.label' as multilabel.");
    }
    return section.isPresent() && names.isPresent()
        ? new LabelsSection(section.get(), data, names.get()).read()
        : new LabelsDeclaration(data, List.of());
  }

  private LabelsDeclaration read() {
    List<String> added = names("added", names);
    List<String> optional = names("optional", names);
    Map<String, List<String>> split = split();
    List<String> retired = retired(split);
    LabelMigration migration = new LabelMigration(added, retired, split);
    LabelCoverage coverage = coverage(split);
    labels.done();
    LabelColumns columns =
        switch (data.labels()) {
          case LabelColumns.MultilabelColumns one ->
              new LabelColumns.MultilabelColumns(one.names(), migration.former(), one.absent());
          case LabelColumns.MultilabelList list ->
              new LabelColumns.MultilabelList(
                  list.column(),
                  list.names(),
                  list.delimiter(),
                  migration.former(),
                  list.absent(),
                  list.known());
          case LabelColumns single -> single;
        };
    return new LabelsDeclaration(data.withLabels(columns, coverage, migration), optional);
  }

  private List<String> names(String key, Collection<String> known) {
    return known(labels, key, labels.texts(key), known);
  }

  /** Those of some names that are known; a problem is noted for each of the others. */
  private static List<String> known(
      Section section, String key, List<String> named, Collection<String> known) {
    List<String> kept = new ArrayList<>();
    for (String name : named) {
      if (known.contains(name)) {
        kept.add(name);
      } else {
        section.problem(key, "names no label: '" + name + "'.", NearestName.advice(name, known));
      }
    }
    return kept;
  }

  private List<String> retired(Map<String, List<String>> split) {
    List<String> retired = new ArrayList<>(labels.texts("retired"));
    for (String name : List.copyOf(retired)) {
      if (names.contains(name) || split.containsKey(name)) {
        labels.problem(
            "retired",
            "'" + name + "' is still among the labels, or split.",
            "Take it out of one of the two.");
        retired.remove(name);
      }
    }
    return retired;
  }

  private Map<String, List<String>> split() {
    Map<String, List<String>> split = new LinkedHashMap<>();
    Optional<Section> section = labels.section("split");
    if (section.isEmpty()) {
      return split;
    }
    for (String whole : section.get().keys()) {
      List<String> parts = known(section.get(), whole, section.get().texts(whole), names);
      if (names.contains(whole)) {
        section
            .get()
            .problem(whole, "is still among the labels.", "Take it out of one of the two.");
      } else if (parts.size() < 2) {
        section
            .get()
            .problem(
                whole,
                "is split into fewer than two labels.",
                "Write 'split: { " + whole + ": [LABEL, LABEL] }'.");
      } else {
        split.put(whole, parts);
      }
    }
    return split;
  }

  private LabelCoverage coverage(Map<String, List<String>> split) {
    Optional<Section> section = labels.section("known");
    if (section.isEmpty()) {
      return LabelCoverage.EVERYTHING;
    }
    if (data.source().isEmpty()) {
      labels.problem(
          "known",
          "says what sources tell of, but the data declare no source.",
          "Declare 'data.source', the column that says where a row comes from.");
      return LabelCoverage.EVERYTHING;
    }
    List<String> tellable = new ArrayList<>(names);
    tellable.addAll(split.keySet());
    Map<String, List<String>> bySource = new LinkedHashMap<>();
    for (String source : section.get().keys()) {
      bySource.put(source, known(section.get(), source, section.get().texts(source), tellable));
    }
    return new LabelCoverage(bySource);
  }

  /** What the section comes to with every default, as a run records it. */
  static Map<String, Object> configuration(DatasetSource data, List<String> optional) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("known", data.coverage().bySource());
    map.put("added", data.migration().added());
    map.put("retired", data.migration().retired());
    map.put("split", data.migration().split());
    map.put("optional", optional);
    return map;
  }

  /** The JSON Schema of the section. */
  static Map<String, Object> schema() {
    return new SectionSchema("What of the labels of a multilabel task differs by source and time.")
        .optional(
            "known",
            ValueSchema.mapping(
                "The labels that the rows of a source tell of, by source; the others tell of all.",
                ValueSchema.texts("")))
        .optional("added", ValueSchema.texts("Labels that champion or kept rows do not know."))
        .optional("retired", ValueSchema.texts("Labels that are no more."))
        .optional(
            "split",
            ValueSchema.mapping(
                "Labels that are no more, each with the labels that took its place.",
                ValueSchema.texts("")))
        .optional(
            "optional", ValueSchema.texts("Labels that whoever asks for a decision may leave out."))
        .toMap();
  }
}
