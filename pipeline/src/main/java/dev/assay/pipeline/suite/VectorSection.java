package dev.assay.pipeline.suite;

import dev.assay.core.problem.Problems;
import dev.assay.core.suite.ExpectationKind;
import dev.assay.data.suite.Claim;
import dev.assay.data.suite.VectorDraft;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads one vector of a file of vectors: its kind is the key that has the labels, and what it is
 * held against changes some values of its own input.
 */
final class VectorSection {

  static final String TEXT = "text";
  static final String INPUTS = "inputs";
  static final String AGAINST = "against";
  static final String PERTURBED = "perturbed";
  static final String BY = "by";

  private final Section vector;
  private final Optional<String> textInput;
  private final Problems problems;

  /**
   * A vector to be read.
   *
   * @param textInput the input that a bare text is for; empty where the model has none, or several
   */
  VectorSection(Section vector, Optional<String> textInput, Problems problems) {
    this.vector = vector;
    this.textInput = textInput;
    this.problems = problems;
  }

  /** The draft; empty where it expects nothing, or not one thing, with a problem noted. */
  Optional<VectorDraft> read() {
    String id = vector.text("id").orElse("");
    String functionality = vector.text("functionality").orElse("");
    String note = vector.text("note").orElse("");
    Optional<Claim> claim = claim();
    List<Map<String, String>> inputs = new ArrayList<>();
    Map<String, String> own = own();
    inputs.add(own);
    others().forEach(other -> inputs.add(changed(own, other)));
    vector.done();
    return claim.map(
        expected -> new VectorDraft(vector.place(), id, functionality, expected, inputs, note));
  }

  private Optional<Claim> claim() {
    Map<String, ExpectationKind> kinds = ExpectationKind.byWord();
    List<String> words = List.copyOf(kinds.keySet());
    vector.atMostOneOf("Write two vectors.", words);
    double by = vector.number(BY, 0, 1).orElse(Double.NaN);
    Optional<String> word = words.stream().filter(vector::has).findFirst();
    if (word.isEmpty()) {
      problems.add(
          vector.place(),
          "expects nothing.",
          "Write one of %s with its labels.".formatted(String.join(", ", words)));
    }
    return word.map(
        kind -> new Claim(Objects.requireNonNull(kinds.get(kind)), vector.texts(kind), by));
  }

  private Map<String, String> own() {
    Map<String, String> values = new LinkedHashMap<>();
    vector.section(INPUTS).ifPresent(section -> values.putAll(values(section)));
    vector.text(TEXT).ifPresent(text -> putText(text, vector, TEXT, values));
    return values;
  }

  /** What it is held against: each a text, or values by name. */
  private List<Map<String, String>> others() {
    vector.atMostOneOf(
        "A vector is held against the one or the other.", List.of(AGAINST, PERTURBED));
    List<Map<String, String>> others = new ArrayList<>();
    for (String key : List.of(AGAINST, PERTURBED)) {
      vector
          .value(key)
          .ifPresent(
              value -> {
                if (value instanceof YamlValue.Sequence sequence) {
                  sequence.items().forEach(item -> other(key, item).ifPresent(others::add));
                } else {
                  other(key, value).ifPresent(others::add);
                }
              });
    }
    return others;
  }

  private Optional<Map<String, String>> other(String key, YamlValue value) {
    Map<String, String> values = new LinkedHashMap<>();
    switch (value) {
      case YamlValue.Scalar text -> putText(text.value().toString(), vector, key, values);
      case YamlValue.Mapping mapping ->
          values.putAll(values(new Section(mapping, vector.name(key), problems)));
      case YamlValue.Sequence sequence ->
          vector.problem(key, "must be a text, values by name, or a list of these.", "");
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private void putText(String text, Section section, String key, Map<String, String> values) {
    textInput.ifPresentOrElse(
        name -> values.put(name, text),
        () ->
            section.problem(
                key,
                "is a bare text, and there is not one input that is a text.",
                "Give values by name, as in 'inputs: { NAME: VALUE }'."));
  }

  private static Map<String, String> values(Section section) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : section.keys()) {
      section.text(name).ifPresent(value -> values.put(name, value));
    }
    return values;
  }

  private static Map<String, String> changed(Map<String, String> own, Map<String, String> other) {
    Map<String, String> values = new LinkedHashMap<>(own);
    values.putAll(other);
    return values;
  }
}
