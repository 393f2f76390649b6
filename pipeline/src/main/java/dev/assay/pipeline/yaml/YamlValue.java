package dev.assay.pipeline.yaml;

import java.util.List;
import java.util.Map;

/** A value of a YAML file that knows where it stands. */
public sealed interface YamlValue {

  /** Where the value starts, as {@code file:line}. */
  String place();

  /**
   * A mapping.
   *
   * @param entries values by key, in the order of the file
   */
  record Mapping(String place, Map<String, YamlValue> entries) implements YamlValue {
    /** Keeps the order of the file. */
    public Mapping {
      entries = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(entries));
    }
  }

  /** A sequence. */
  record Sequence(String place, List<YamlValue> items) implements YamlValue {
    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A single value.
   *
   * @param value a {@link Long}, {@link Double}, {@link Boolean} or {@link String}
   */
  record Scalar(String place, Object value) implements YamlValue {}

  /** The value as maps, lists and scalars without places. */
  default Object plain() {
    return switch (this) {
      case Scalar scalar -> scalar.value();
      case Sequence sequence -> sequence.items().stream().map(YamlValue::plain).toList();
      case Mapping mapping -> {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> map.put(key, value.plain()));
        yield map;
      }
    };
  }
}
