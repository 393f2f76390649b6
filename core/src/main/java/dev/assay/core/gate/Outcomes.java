package dev.assay.core.gate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How pieces of evidence become one outcome. */
final class Outcomes {

  private Outcomes() {}

  /**
   * The outcome where every piece must keep the limit by itself: one that does not fails the gate;
   * a holdout on which nothing could be judged leaves it undecidable.
   */
  static Outcome ofAll(List<Evidence> evidence) {
    if (has(evidence, Standing.FAIL)) {
      return Outcome.FAIL;
    }
    Map<String, List<Evidence>> byHoldout =
        evidence.stream().collect(Collectors.groupingBy(row -> row.place().holdout()));
    boolean decidable = byHoldout.values().stream().allMatch(rows -> has(rows, Standing.PASS));
    return decidable && !has(evidence, Standing.INCONCLUSIVE) ? Outcome.PASS : Outcome.INCONCLUSIVE;
  }

  private static boolean has(Collection<Evidence> evidence, Standing standing) {
    return evidence.stream().anyMatch(row -> row.standing() == standing);
  }
}
