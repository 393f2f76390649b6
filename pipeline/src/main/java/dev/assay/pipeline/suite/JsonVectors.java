package dev.assay.pipeline.suite;

import dev.assay.core.problem.Problems;
import dev.assay.pipeline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON lines as values that know where they stand, so that they are read like YAML. */
final class JsonVectors {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonVectors() {}

  /**
   * The mapping of each line that is not blank.
   *
   * @param label the name of the file, for places
   * @param problems takes lines that are no JSON objects
   */
  static List<YamlValue.Mapping> of(String label, String text, Problems problems) {
    List<YamlValue.Mapping> mappings = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        parsed(lines.get(i), label + ":" + (i + 1), problems).ifPresent(mappings::add);
      }
    }
    return mappings;
  }

  private static Optional<YamlValue.Mapping> parsed(String line, String place, Problems problems) {
    try {
      if (value(MAPPER.readTree(line), place) instanceof YamlValue.Mapping mapping) {
        return Optional.of(mapping);
      }
      problems.add(place, "holds no JSON object.", "Write a vector as {...} on each line.");
    } catch (JacksonException e) {
      problems.add(place, "is no JSON: " + e.getOriginalMessage() + ".", "");
    }
    return Optional.empty();
  }

  private static YamlValue value(JsonNode node, String place) {
    if (node.isObject()) {
      Map<String, YamlValue> entries = new LinkedHashMap<>();
      node.properties()
          .forEach(entry -> entries.put(entry.getKey(), value(entry.getValue(), place)));
      return new YamlValue.Mapping(place, entries);
    }
    if (node.isArray()) {
      List<YamlValue> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item, place)));
      return new YamlValue.Sequence(place, items);
    }
    return new YamlValue.Scalar(place, scalar(node));
  }

  private static Object scalar(JsonNode node) {
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.asLong();
    }
    return node.isNumber() ? (Object) node.asDouble() : node.asString();
  }
}
