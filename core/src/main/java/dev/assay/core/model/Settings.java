package dev.assay.core.model;

import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values for all settings of a trainer, each of its type and within its bounds. Immutable. */
public final class Settings {

  /** The name under which trainers take how many threads train. */
  public static final String THREADS = "threads";

  private final Map<String, Object> values;

  private Settings(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Checks given values and fills in the defaults.
   *
   * @param known the settings that there are
   * @param given values by name: {@link Long}, {@link Double}, {@link Boolean} or {@link String}
   * @param where the place to name in problems, such as {@code forecast.yaml:21 train}
   * @param problems receives unknown names (with the nearest known one), wrong types and values out
   *     of bounds; the returned value is then only good for finding further problems
   */
  public static Settings resolve(
      List<Setting> known, Map<String, ?> given, String where, Problems problems) {
    List<String> names = known.stream().map(Setting::name).toList();
    given.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            problems.add(where, "unknown setting '" + name + "'.", NearestName.advice(name, names));
          }
        });
    Map<String, Object> values = new LinkedHashMap<>();
    for (Setting setting : known) {
      Object value = given.get(setting.name());
      values.put(
          setting.name(),
          value == null ? setting.defaultValue() : checked(setting, value, where, problems));
    }
    return new Settings(values);
  }

  private static Object checked(Setting setting, Object value, String where, Problems problems) {
    String wanted =
        switch (setting) {
          case Setting.Whole s when value instanceof Long v && v >= s.least() && v <= s.most() ->
              "";
          case Setting.Whole s -> "a whole number from " + s.least() + " to " + s.most();
          case Setting.Number s
              when value instanceof java.lang.Number v
                  && v.doubleValue() >= s.least()
                  && v.doubleValue() <= s.most() ->
              "";
          case Setting.Number s -> "a number from " + s.least() + " to " + s.most();
          case Setting.Flag s when value instanceof Boolean -> "";
          case Setting.Flag s -> "true or false";
          case Setting.Choice s when s.choices().contains(value) -> "";
          case Setting.Choice s -> "one of " + String.join(", ", s.choices());
        };
    if (!wanted.isEmpty()) {
      problems.add(where, setting.name() + " is '" + value + "'.", "It must be " + wanted + ".");
      return setting.defaultValue();
    }
    return setting instanceof Setting.Number ? ((java.lang.Number) value).doubleValue() : value;
  }

  /** The value of a {@link Setting.Whole}. */
  public int whole(String name) {
    return Math.toIntExact((Long) value(name));
  }

  /** The value of a {@link Setting.Number}. */
  public double number(String name) {
    return (Double) value(name);
  }

  /** The value of a {@link Setting.Flag}. */
  public boolean flag(String name) {
    return (Boolean) value(name);
  }

  /** The value of a {@link Setting.Choice}. */
  public String choice(String name) {
    return (String) value(name);
  }

  /**
   * The same settings with a number of {@value #THREADS} of one, where the trainer has such a
   * setting.
   */
  public Settings onOneThread() {
    if (!values.containsKey(THREADS)) {
      return this;
    }
    Map<String, Object> changed = new LinkedHashMap<>(values);
    changed.put(THREADS, 1L);
    return new Settings(changed);
  }

  private Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No setting '" + name + "' in " + values.keySet());
    }
    return value;
  }

  /** All values by name, defaults included, in the order of the trainer's settings. */
  public Map<String, Object> asMap() {
    return values;
  }
}
