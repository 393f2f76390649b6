package dev.assay.pipeline.experiment;

import dev.assay.core.gate.MinimumSupport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What gates may refer to.
 *
 * @param holdouts the names that they may look at; empty where any will do
 * @param slices the declared slice columns, which {@code each} may name
 * @param tiers the declared tiers, whose names the key of that name takes
 * @param grouped the holdouts that leave groups out, with the support that these say
 * @param suites the names of suites that they may look at; empty where any will do
 */
record GateContext(
    Optional<Set<String>> holdouts,
    List<String> slices,
    Tiers tiers,
    Map<String, MinimumSupport> grouped,
    Optional<Set<String>> suites) {

  /** Copies collections. */
  GateContext {
    holdouts = holdouts.map(Set::copyOf);
    slices = List.copyOf(slices);
    grouped = Map.copyOf(grouped);
    suites = suites.map(Set::copyOf);
  }

  /** The holdouts among some that leave groups out, with the support that these say. */
  static Map<String, MinimumSupport> grouped(List<HoldoutDeclaration> holdouts) {
    Map<String, MinimumSupport> grouped = new HashMap<>();
    for (HoldoutDeclaration holdout : holdouts) {
      if (holdout instanceof HoldoutDeclaration.Grouped leftOut) {
        grouped.put(leftOut.name(), leftOut.minimumSupport());
      }
    }
    return grouped;
  }

  /** The support that applies where a gate on these holdouts says none. */
  MinimumSupport support(List<String> on) {
    return on.size() == 1
        ? grouped.getOrDefault(on.getFirst(), MinimumSupport.NONE)
        : MinimumSupport.NONE;
  }

  /** Whether all of some holdouts leave groups out. */
  boolean areGrouped(List<String> on) {
    return !on.isEmpty() && grouped.keySet().containsAll(on);
  }
}
