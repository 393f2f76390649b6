package dev.assay.pipeline.yaml;

import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * A mapping of a YAML file that is being read key by key. What is missing, of the wrong type or out
 * of bounds becomes a problem and the reading goes on with an empty value, so that all problems are
 * found at once; {@link #done()} reports the keys that nobody asked for.
 */
public final class Section {

  private final YamlValue.Mapping mapping;
  private final String path;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * Starts to read a mapping.
   *
   * @param path how the user would call it, such as {@code holdouts.recent}; empty for the whole
   *     file
   */
  public Section(YamlValue.Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
  }

  /** Where the section starts, as {@code file:line}. */
  public String place() {
    return mapping.place();
  }

  /** The keys of the section in the order of the file. */
  public Set<String> keys() {
    return mapping.entries().keySet();
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    asked.add(key);
    return mapping.entries().containsKey(key);
  }

  /** The value of a key as it stands in the file. */
  public Optional<YamlValue> value(String key) {
    asked.add(key);
    return Optional.ofNullable(mapping.entries().get(key));
  }

  /** Notes a problem at a key, or at the section where the key is not there. */
  public void problem(String key, String what, String mend) {
    problems.add(place(key), name(key) + " " + what, mend);
  }

  /** Where a key stands, as {@code file:line}; where it is not there, the section. */
  public String place(String key) {
    YamlValue value = mapping.entries().get(key);
    return value == null ? place() : value.place();
  }

  /** A text; numbers and flags are taken as they are written. */
  public Optional<String> text(String key) {
    return scalar(key, "a text", value -> Optional.of(value.toString()));
  }

  /** A text that must be there; where it is missing that is a problem and the text is empty. */
  public String requiredText(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty() && !has(key)) {
      problem(key, "is missing.", "Add a line '" + key + ": ...'.");
    }
    return text.orElse("");
  }

  /** A whole number in the bounds. */
  public OptionalInt whole(String key, int least, int most) {
    Optional<Integer> value =
        scalar(
            key,
            "a whole number from " + least + " to " + most,
            v ->
                v instanceof Long number && number >= least && number <= most
                    ? Optional.of(number.intValue())
                    : Optional.empty());
    return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** A number in the bounds. */
  public OptionalDouble number(String key, double least, double most) {
    Optional<Double> value =
        scalar(
            key,
            "a number from " + plain(least) + " to " + plain(most),
            v ->
                v instanceof Number number
                        && number.doubleValue() >= least
                        && number.doubleValue() <= most
                    ? Optional.of(number.doubleValue())
                    : Optional.empty());
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  /** A share of something: a number above 0 and at most 1. */
  public OptionalDouble share(String key) {
    Optional<Double> value =
        scalar(
            key,
            "a number above 0 and at most 1",
            v ->
                v instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= 1
                    ? Optional.of(number.doubleValue())
                    : Optional.empty());
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  /** True or false. */
  public Optional<Boolean> flag(String key) {
    return scalar(
        key,
        "true or false",
        v -> v instanceof Boolean flag ? Optional.of(flag) : Optional.empty());
  }

  /** One of some words, each standing for a value. */
  public <T> Optional<T> choice(String key, Map<String, T> choices) {
    Optional<String> word = text(key);
    if (word.isPresent() && !choices.containsKey(word.get())) {
      problem(key, "is '" + word.get() + "'.", NearestName.advice(word.get(), choices.keySet()));
    }
    return word.map(choices::get);
  }

  /** A number of days, such as {@code 7d} or {@code 8w}. */
  public OptionalInt days(String key) {
    Optional<Integer> days = quantity(key, "a number of days such as 7d or 8w", Quantity::days);
    return days.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /**
   * A value with a unit or form of its own, parsed from its text; empty where it does not parse.
   */
  public <T> Optional<T> quantity(String key, String wanted, Function<String, Optional<T>> parser) {
    return scalar(key, wanted, value -> parser.apply(value.toString()));
  }

  /** One text or a list of texts; empty where the key is not there. */
  public List<String> texts(String key) {
    Optional<YamlValue> value = value(key);
    List<String> texts = new ArrayList<>();
    switch (value.orElse(null)) {
      case null -> {}
      case YamlValue.Scalar scalar -> texts.add(scalar.value().toString());
      case YamlValue.Sequence sequence ->
          sequence
              .items()
              .forEach(
                  item -> {
                    if (item instanceof YamlValue.Scalar scalar) {
                      texts.add(scalar.value().toString());
                    } else {
                      problems.add(item.place(), name(key) + " must be a list of texts.", "");
                    }
                  });
      case YamlValue.Mapping mappingValue -> problem(key, "must be a text or a list of texts.", "");
    }
    return List.copyOf(texts);
  }

  /** A section within this one. */
  public Optional<Section> section(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isPresent() && !(value.get() instanceof YamlValue.Mapping)) {
      problem(key, "must be a mapping of 'key: value'.", "");
    }
    return value
        .filter(YamlValue.Mapping.class::isInstance)
        .map(v -> new Section((YamlValue.Mapping) v, name(key), problems));
  }

  /** A section that must be there. */
  public Optional<Section> requiredSection(String key) {
    Optional<Section> section = section(key);
    if (section.isEmpty() && !has(key)) {
      problem(key, "is missing.", "Add a section '" + key + ":'.");
    }
    return section;
  }

  /** A list of sections; empty where the key is not there. */
  public List<Section> sections(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof YamlValue.Sequence sequence)) {
      problem(key, "must be a list.", "Start each item with '- '.");
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlValue item = sequence.items().get(i);
      if (item instanceof YamlValue.Mapping inner) {
        sections.add(new Section(inner, name(key) + "[" + i + "]", problems));
      } else {
        problems.add(item.place(), name(key) + "[" + i + "] must be a mapping.", "");
      }
    }
    return sections;
  }

  /**
   * Notes a problem for each of these keys but the first that is there, since one would win
   * silently.
   *
   * @param mend what to do about it
   */
  public void atMostOneOf(String mend, List<String> alternatives) {
    List<String> present = alternatives.stream().filter(this::has).toList();
    present.stream()
        .skip(1)
        .forEach(key -> problem(key, "stands beside '" + present.getFirst() + "'.", mend));
  }

  /** Notes a problem where a key is there and none of those that give it a meaning is. */
  public void onlyWith(String key, List<String> meaningful) {
    if (has(key) && meaningful.stream().noneMatch(this::has)) {
      problem(
          key,
          "goes with " + String.join(" or ", meaningful) + " only.",
          "Add that, or remove it.");
    }
  }

  /** Reports every key that nobody asked for, with the nearest that somebody did. */
  public void done() {
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (!asked.contains(key)) {
                problems.add(
                    value.place(),
                    "unknown key '" + name(key) + "'.",
                    NearestName.advice(key, asked));
              }
            });
  }

  /** The full name of a key, such as {@code holdouts.recent.last}. */
  public String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private <T> Optional<T> scalar(
      String key, String wanted, Function<Object, Optional<T>> conversion) {
    Optional<YamlValue> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> converted =
        value.get() instanceof YamlValue.Scalar scalar
            ? conversion.apply(scalar.value())
            : Optional.empty();
    if (converted.isEmpty()) {
      String found = value.get() instanceof YamlValue.Scalar s ? "'" + s.value() + "'" : "not that";
      problem(key, "must be " + wanted + ", it is " + found + ".", "");
    }
    return converted;
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }
}
