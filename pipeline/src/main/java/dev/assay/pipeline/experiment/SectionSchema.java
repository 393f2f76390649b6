package dev.assay.pipeline.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The JSON Schema of a section: its keys, and which of them there must be. No other key may be. */
final class SectionSchema {

  private final String meaning;
  private final Map<String, Object> keys = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();
  private final List<List<String>> enough = new ArrayList<>();
  private final List<List<String>> exclusive = new ArrayList<>();

  /** A section that is for what {@code meaning} says. */
  SectionSchema(String meaning) {
    this.meaning = meaning;
  }

  /** A key that may be there. */
  SectionSchema optional(String key, Map<String, Object> value) {
    keys.put(key, value);
    return this;
  }

  /** A key that must be there. */
  SectionSchema required(String key, Map<String, Object> value) {
    required.add(key);
    return optional(key, value);
  }

  /** Keys that suffice beside the required ones; where several are said one of them must hold. */
  SectionSchema enough(String... together) {
    enough.add(List.of(together));
    return this;
  }

  /** Keys of which at most one may be there; may be said of several sets of keys. */
  SectionSchema atMostOneOf(String... alternatives) {
    exclusive.add(List.of(alternatives));
    return this;
  }

  /** The schema as nested maps and lists, in the order in which keys were added. */
  Map<String, Object> toMap() {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (!meaning.isEmpty()) {
      schema.put("description", meaning);
    }
    schema.put("type", "object");
    schema.put("properties", keys);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!enough.isEmpty()) {
      schema.put("anyOf", enough.stream().map(SectionSchema::requiring).toList());
    }
    if (!exclusive.isEmpty()) {
      Map<String, Object> pairs = new LinkedHashMap<>();
      pairs.put("anyOf", exclusive.stream().flatMap(SectionSchema::pairs).toList());
      schema.put("not", pairs);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Stream<Map<String, Object>> pairs(List<String> keys) {
    return IntStream.range(0, keys.size())
        .boxed()
        .flatMap(
            one ->
                keys.subList(one + 1, keys.size()).stream()
                    .map(other -> requiring(List.of(keys.get(one), other))));
  }

  private static Map<String, Object> requiring(List<String> together) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("required", together);
    return schema;
  }
}
