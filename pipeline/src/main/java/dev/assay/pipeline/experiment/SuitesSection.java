package dev.assay.pipeline.experiment;

import dev.assay.core.problem.Problems;
import dev.assay.core.suite.ExpectationKind;
import dev.assay.data.suite.Claim;
import dev.assay.data.suite.VectorColumns;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code suites}: file names, and tables with what their columns say. */
final class SuitesSection {

  /** The kinds whose vectors have one input, which is all that a row of a table has. */
  static final List<ExpectationKind> OF_ONE_INPUT =
      ExpectationKind.byWord().values().stream()
          .filter(kind -> kind.inputs() == ExpectationKind.Inputs.ONE)
          .toList();

  private final Section top;
  private final Problems problems;

  private SuitesSection(Section top, Problems problems) {
    this.top = top;
    this.problems = problems;
  }

  /** The declarations of an experiment file, each name once. */
  static List<SuiteDeclaration> read(Section top, Problems problems) {
    return new SuitesSection(top, problems).declarations();
  }

  private List<SuiteDeclaration> declarations() {
    Optional<YamlValue> value = top.value("suites");
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof YamlValue.Sequence sequence)) {
      top.problem("suites", "must be a list.", "Start each item with '- '.");
      return List.of();
    }
    List<SuiteDeclaration> declarations = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlValue item = sequence.items().get(i);
      Optional<SuiteDeclaration> declared = declaration(item, "suites[" + i + "]");
      if (declared.isPresent() && names.add(declared.get().name())) {
        declarations.add(declared.get());
      } else if (declared.isPresent()) {
        problems.add(
            item.place(),
            "the suite '" + declared.get().name() + "' stands twice.",
            "Give one another 'name'.");
      }
    }
    return declarations;
  }

  private Optional<SuiteDeclaration> declaration(YamlValue item, String path) {
    return switch (item) {
      case YamlValue.Scalar file -> Optional.of(SuiteDeclaration.ofFile(file.value().toString()));
      case YamlValue.Mapping mapping -> declaration(new Section(mapping, path, problems));
      case YamlValue.Sequence sequence -> {
        problems.add(sequence.place(), path + " must be a file or a mapping.", "");
        yield Optional.empty();
      }
    };
  }

  private Optional<SuiteDeclaration> declaration(Section section) {
    String file = section.requiredText("file");
    String name = section.text("name").orElse(SuiteDeclaration.nameOf(file));
    Optional<VectorColumns> columns = columns(section);
    section.done();
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(new SuiteDeclaration(name, file, columns));
  }

  private static Optional<VectorColumns> columns(Section section) {
    Map<String, Claim> claims = new LinkedHashMap<>();
    for (ExpectationKind kind : OF_ONE_INPUT) {
      section.section(kind.word()).ifPresent(values -> add(values, kind, claims));
    }
    Map<String, String> inputs = new LinkedHashMap<>();
    section
        .section("inputs")
        .ifPresent(
            named ->
                named
                    .keys()
                    .forEach(key -> named.text(key).ifPresent(column -> inputs.put(key, column))));
    Optional<String> id = section.text("id");
    Optional<String> functionality = section.text("functionality");
    Optional<String> note = section.text("note");
    Optional<String> label = section.text("label");
    for (String key : List.of("id", "functionality", "note", "inputs")) {
      section.onlyWith(key, List.of("label"));
    }
    OF_ONE_INPUT.forEach(kind -> section.onlyWith(kind.word(), List.of("label")));
    if (label.isEmpty()) {
      return Optional.empty();
    }
    if (claims.isEmpty()) {
      section.problem(
          "label",
          "says which column tells what is expected, but not what its values mean.",
          "Write, for one, 'must_detect: { yes: LABEL }'.");
    }
    if (inputs.isEmpty()) {
      section.problem("inputs", "is missing.", "Write 'inputs: { FEATURE: COLUMN }'.");
    }
    VectorColumns.Builder columns =
        VectorColumns.builder(label.get(), claims)
            .id(id.orElse(null))
            .functionality(functionality.orElse(null))
            .note(note.orElse(null));
    inputs.forEach(columns::input);
    return Optional.of(columns.build());
  }

  private static void add(Section values, ExpectationKind kind, Map<String, Claim> claims) {
    for (String value : values.keys()) {
      List<String> labels = values.texts(value);
      if (claims.put(value, Claim.of(kind, labels)) != null) {
        values.problem(value, "has a meaning already.", "Say what it means once.");
      }
    }
  }
}
