package dev.assay.data.source;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** An id out of the values of several columns, from which they can be told again. */
public final class CompositeId {

  private CompositeId() {}

  /**
   * The id: one value as it is; several joined by {@code /}, with {@code %} inside them written
   * {@code %25} and {@code /} written {@code %2F}.
   */
  public static String join(List<String> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    StringJoiner id = new StringJoiner("/");
    parts.forEach(part -> id.add(escaped(part)));
    return id.toString();
  }

  /** The values that {@link #join} made an id of. */
  public static List<String> split(String id, int parts) {
    if (parts == 1) {
      return List.of(id);
    }
    List<String> values = new ArrayList<>(parts);
    for (String part : id.split("/", -1)) {
      values.add(part.replace("%2F", "/").replace("%25", "%"));
    }
    if (values.size() != parts) {
      throw new IllegalArgumentException(
          "'" + id + "' has " + values.size() + " parts, not " + parts);
    }
    return values;
  }

  private static String escaped(String part) {
    return part.indexOf('/') < 0 && part.indexOf('%') < 0
        ? part
        : part.replace("%", "%25").replace("/", "%2F");
  }
}
