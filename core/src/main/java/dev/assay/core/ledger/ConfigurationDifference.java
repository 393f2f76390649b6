package dev.assay.core.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two effective configurations, computed and never typed.
 *
 * @param changes the changed values by path in alphabetical order
 */
public record ConfigurationDifference(List<Change> changes) {

  /**
   * One changed value.
   *
   * @param path where it stands, such as {@code train.depth} or {@code gates[recent reality].on[0]}
   * @param before the former value as text; null where it was not there
   * @param after the present value as text; null where it is gone
   */
  public record Change(String path, @Nullable String before, @Nullable String after) {
    /** Checks that there is a change. */
    public Change {
      if (before == null ? after == null : before.equals(after)) {
        throw new IllegalArgumentException("Nothing changed at " + path + ".");
      }
    }
  }

  /** Copies the list. */
  public ConfigurationDifference {
    changes = List.copyOf(changes);
  }

  /** No difference, as for a first run. */
  public static ConfigurationDifference none() {
    return new ConfigurationDifference(List.of());
  }

  /**
   * The difference of two nested configurations of maps, lists and values.
   *
   * <p>Entries of a list are matched by their {@code name} where all of them are maps with distinct
   * ones, so that an inserted gate is one change and not a change of all that follow; otherwise by
   * position. Numbers are compared by value: {@code 1} and {@code 1.0} are one.
   */
  public static ConfigurationDifference between(Map<String, ?> before, Map<String, ?> after) {
    Map<String, String> former = flat(before);
    Map<String, String> present = flat(after);
    Set<String> paths = new LinkedHashSet<>(former.keySet());
    paths.addAll(present.keySet());
    List<String> ordered = new ArrayList<>(paths);
    Collections.sort(ordered);
    List<Change> changes = new ArrayList<>();
    for (String path : ordered) {
      String was = former.get(path);
      String is = present.get(path);
      if (was == null || !was.equals(is)) {
        changes.add(new Change(path, was, is));
      }
    }
    return new ConfigurationDifference(changes);
  }

  /** Whether nothing changed. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  private static Map<String, String> flat(Map<String, ?> configuration) {
    Map<String, String> flat = new TreeMap<>();
    configuration.forEach((key, value) -> flatten(key, value, flat));
    return flat;
  }

  private static void flatten(String path, @Nullable Object value, Map<String, String> into) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() ->
          map.forEach((key, item) -> flatten(path + "." + key, item, into));
      case List<?> list when !list.isEmpty() -> {
        boolean named = areNamed(list);
        for (int i = 0; i < list.size(); i++) {
          Object key = named ? ((Map<?, ?>) list.get(i)).get("name") : (Object) i;
          flatten(path + "[" + key + "]", list.get(i), into);
        }
      }
      case Double number when !Double.isFinite(number) -> into.put(path, number.toString());
      case Number number ->
          into.put(path, new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
      case null -> into.put(path, "none");
      default -> into.put(path, value.toString());
    }
  }

  private static boolean areNamed(List<?> list) {
    long names =
        list.stream()
            .filter(item -> item instanceof Map<?, ?> map && map.get("name") instanceof String)
            .map(item -> ((Map<?, ?>) item).get("name"))
            .distinct()
            .count();
    return names == list.size();
  }
}
