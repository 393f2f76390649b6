package dev.assay.pipeline.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where two verdicts differ. */
final class VerdictDifference {

  private VerdictDifference() {}

  /**
   * The paths of what differs, such as {@code checks[0].sentence}, in the order of the first
   * verdict; never empty for texts that differ.
   */
  static List<String> between(String recorded, String computed) {
    List<String> places = new ArrayList<>();
    JsonMapper json = JsonMapper.shared();
    collect("", json.readTree(recorded), json.readTree(computed), places);
    return places.isEmpty() ? List.of("the order or form of its keys") : places;
  }

  private static void collect(
      String path, JsonNode recorded, JsonNode computed, List<String> places) {
    if (recorded.isObject() && computed.isObject()) {
      Set<String> keys = new LinkedHashSet<>(recorded.propertyNames());
      keys.addAll(computed.propertyNames());
      for (String key : keys) {
        String place = path.isEmpty() ? key : path + "." + key;
        compare(place, recorded.get(key), computed.get(key), places);
      }
    } else if (recorded.isArray() && computed.isArray() && recorded.size() == computed.size()) {
      for (int i = 0; i < recorded.size(); i++) {
        collect(path + "[" + i + "]", recorded.get(i), computed.get(i), places);
      }
    } else if (!recorded.equals(computed)) {
      places.add(path);
    }
  }

  private static void compare(
      String place, @Nullable JsonNode recorded, @Nullable JsonNode computed, List<String> places) {
    if (recorded != null && computed != null) {
      collect(place, recorded, computed, places);
    } else if (!Objects.equals(recorded, computed)) {
      places.add(place);
    }
  }
}
