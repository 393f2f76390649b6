package dev.assay.pipeline.experiment;

import dev.assay.data.source.LabelColumns;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code label} of the section {@code data}: one column with its kind, as in {@code {rain:
 * binary}}, or {@code {multilabel: [spam, threat]}} for one column a label.
 */
final class LabelSection {

  private static final String MEND =
      "Write 'label: { COLUMN: binary }', 'label: { COLUMN: multiclass }' or 'label: { multilabel:"
          + " [COLUMN, ...] }'.";

  private static final String STANDARD_DELIMITER = ",";

  private final Section data;

  LabelSection(Section data) {
    this.data = data;
  }

  /** The declaration, or empty with a problem noted. */
  Optional<LabelColumns> read() {
    Optional<Section> section = data.requiredSection("label");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section label = section.get();
    Optional<LabelColumns> columns = Optional.empty();
    if (label.keys().size() == 1) {
      String column = label.keys().iterator().next();
      columns = column.equals("multilabel") ? severalColumns(label) : oneColumn(label, column);
    }
    if (columns.isEmpty()) {
      data.problem("label", "is not a declaration of labels.", MEND);
    }
    return columns;
  }

  private static Optional<LabelColumns> severalColumns(Section label) {
    List<String> names = label.texts("multilabel");
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabelColumns.MultilabelColumns(names));
  }

  private static Optional<LabelColumns> oneColumn(Section label, String column) {
    YamlValue kind = label.value(column).orElseThrow();
    return switch (kind) {
      case YamlValue.Scalar scalar -> simple(column, scalar.value().toString());
      case YamlValue.Mapping mapping -> label.section(column).flatMap(s -> detailed(column, s));
      case YamlValue.Sequence sequence -> Optional.empty();
    };
  }

  private static Optional<LabelColumns> simple(String column, String kind) {
    return switch (kind) {
      case "binary" -> Optional.of(new LabelColumns.Binary(column, new HashSet<>()));
      case "multiclass" -> Optional.of(new LabelColumns.Multiclass(column, Optional.empty()));
      default -> Optional.empty();
    };
  }

  private static Optional<LabelColumns> detailed(String column, Section section) {
    List<String> positives = section.texts("positive");
    List<String> classes = section.texts("multiclass");
    List<String> names = section.texts("multilabel");
    String delimiter = delimiter(section);
    section.atMostOneOf("Keep one of them.", List.of("positive", "multiclass", "multilabel"));
    section.onlyWith("separated_by", List.of("multilabel"));
    section.done();
    if (!positives.isEmpty()) {
      return Optional.of(new LabelColumns.Binary(column, new HashSet<>(positives)));
    }
    if (!classes.isEmpty()) {
      return Optional.of(new LabelColumns.Multiclass(column, Optional.of(classes)));
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabelColumns.MultilabelList(column, names, delimiter));
  }

  private static String delimiter(Section section) {
    String delimiter = section.text("separated_by").orElse(STANDARD_DELIMITER);
    if (delimiter.isEmpty()) {
      section.problem("separated_by", "is empty.", "Write what stands between two labels.");
      return STANDARD_DELIMITER;
    }
    return delimiter;
  }
}
