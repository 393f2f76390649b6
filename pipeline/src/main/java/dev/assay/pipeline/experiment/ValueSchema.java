package dev.assay.pipeline.experiment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the values of an experiment file may be, in the words of JSON Schema: one method for each
 * way in which {@link dev.assay.pipeline.yaml.Section} reads a value.
 */
final class ValueSchema {

  private static final String NUMBER = "[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?";
  private static final String QUANTITY = "[0-9]+(\\.[0-9]+)?\\s*";
  private static final List<String> SCALARS = List.of("string", "number", "boolean");

  private ValueSchema() {}

  /** A text; a number or flag in the file is taken as it is written. */
  static Map<String, Object> text(String meaning) {
    Map<String, Object> schema = described(meaning);
    schema.put("type", SCALARS);
    return schema;
  }

  /** A text that a regular expression matches as a whole, which no number does. */
  static Map<String, Object> text(String meaning, String pattern) {
    Map<String, Object> schema = described(meaning);
    schema.put("type", "string");
    schema.put("pattern", "^" + pattern + "$");
    return schema;
  }

  /** A text that a regular expression matches as a whole, as whole numbers do. */
  static Map<String, Object> textOrWhole(String meaning, String pattern) {
    Map<String, Object> schema = text(meaning, pattern);
    schema.put("type", List.of("string", "integer"));
    schema.put("minimum", 0L);
    return schema;
  }

  /** One text or a list of texts. */
  static Map<String, Object> texts(String meaning) {
    Map<String, Object> several = new LinkedHashMap<>();
    several.put("type", "array");
    several.put("items", type(SCALARS));
    return anyOf(meaning, List.of(type(SCALARS), several));
  }

  /** One text or a list of different texts, at least one. */
  static Map<String, Object> set(String meaning) {
    Map<String, Object> several = new LinkedHashMap<>();
    several.put("type", "array");
    several.put("items", type(SCALARS));
    several.put("minItems", 1L);
    several.put("uniqueItems", true);
    return anyOf(meaning, List.of(type(SCALARS), several));
  }

  /** A whole number in the bounds. */
  static Map<String, Object> whole(String meaning, long least, long most) {
    Map<String, Object> schema = described(meaning);
    schema.put("type", "integer");
    schema.put("minimum", least);
    schema.put("maximum", most);
    return schema;
  }

  /** A number in the bounds. */
  static Map<String, Object> number(String meaning, double least, double most) {
    Map<String, Object> schema = described(meaning);
    schema.put("type", "number");
    schema.put("minimum", plain(least));
    schema.put("maximum", plain(most));
    return schema;
  }

  /** A share of something: a number above 0 and at most 1. */
  static Map<String, Object> share(String meaning) {
    Map<String, Object> schema = described(meaning);
    schema.put("type", "number");
    schema.put("exclusiveMinimum", 0L);
    schema.put("maximum", 1L);
    return schema;
  }

  /** True or false. */
  static Map<String, Object> flag(String meaning) {
    Map<String, Object> schema = described(meaning);
    schema.put("type", "boolean");
    return schema;
  }

  /** One of some words, in alphabetical order. */
  static Map<String, Object> choice(String meaning, Collection<String> words) {
    Map<String, Object> schema = described(meaning);
    schema.put("enum", words.stream().sorted().toList());
    return schema;
  }

  /** A number of days such as {@code 7d} or {@code 8w}. */
  static Map<String, Object> days(String meaning) {
    return text(meaning, QUANTITY + "[dDwW]");
  }

  /** A time such as {@code 20ms}. */
  static Map<String, Object> milliseconds(String meaning) {
    return text(meaning, QUANTITY + "([mM]?[sS])");
  }

  /** A size such as {@code 30MB}. */
  static Map<String, Object> bytes(String meaning) {
    return text(meaning, QUANTITY + "[kKmMgG]?[bB]");
  }

  /** A range such as {@code 0.02..0.10}. */
  static Map<String, Object> range(String meaning) {
    return text(meaning, "\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*");
  }

  /** What one of several schemas describes. */
  static Map<String, Object> anyOf(String meaning, List<Map<String, Object>> schemas) {
    Map<String, Object> schema = described(meaning);
    schema.put("anyOf", schemas);
    return schema;
  }

  /** A list whose items a schema describes. */
  static Map<String, Object> list(String meaning, Map<String, Object> item) {
    Map<String, Object> schema = described(meaning);
    schema.put("type", "array");
    schema.put("items", item);
    return schema;
  }

  /** A mapping of names that the user picks to what a schema describes. */
  static Map<String, Object> mapping(String meaning, Map<String, Object> value) {
    Map<String, Object> schema = described(meaning);
    schema.put("type", "object");
    schema.put("additionalProperties", value);
    return schema;
  }

  /** The same schema with the value that holds where the file says nothing. */
  static Map<String, Object> withDefault(Object value, Map<String, Object> schema) {
    Map<String, Object> all = new LinkedHashMap<>(schema);
    all.put("default", value instanceof Double number ? plain(number) : value);
    return all;
  }

  private static Map<String, Object> described(String meaning) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (!meaning.isEmpty()) {
      schema.put("description", meaning);
    }
    return schema;
  }

  private static Map<String, Object> type(List<String> types) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", types);
    return schema;
  }

  /** A number as people write it: {@code 1} and not {@code 1.0}. */
  private static Number plain(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    if (whole) {
      return (long) number;
    }
    return number;
  }
}
