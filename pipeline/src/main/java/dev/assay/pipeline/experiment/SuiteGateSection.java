package dev.assay.pipeline.experiment;

import dev.assay.core.gate.Gate;
import dev.assay.core.gate.Handling;
import dev.assay.core.gate.SuiteDemand;
import dev.assay.core.gate.SuiteGate;
import dev.assay.core.problem.NearestName;
import dev.assay.pipeline.yaml.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Reads an item of {@code gates} that is on suites. */
final class SuiteGateSection {

  static final String ALL = "all";
  static final String FUNCTIONALITY = "functionality";

  /** The keys that no other gate has. */
  static final List<String> KEYS =
      List.of("must_pass", "minimum_cases", "broken", "gaps_closed_at_least");

  private static final List<String> DEMANDS =
      List.of("must_pass", "at_least", "broken", "gaps_closed_at_least");

  private final Section gate;
  private final Optional<Set<String>> known;

  /**
   * A gate to be read.
   *
   * @param known the names of the suites there are; empty where any will do
   */
  SuiteGateSection(Section gate, Optional<Set<String>> known) {
    this.gate = gate;
    this.known = known;
  }

  /** The gate; empty where it asks for nothing, or with a problem noted. */
  Optional<Gate> read(String name, Handling handling) {
    List<String> suites = gate.texts("suite");
    known.ifPresent(names -> suites.forEach(suite -> check(suite, names)));
    gate.atMostOneOf(GateSection.TWO_GATES, DEMANDS);
    gate.onlyWith("each", List.of("at_least"));
    gate.onlyWith("minimum_cases", List.of("each"));
    gate.onlyWith("judge", List.of("at_least"));
    return demand(handling)
        .map(demand -> new SuiteGate(name, suites, demand, handling.inconclusive()));
  }

  private void check(String suite, Set<String> names) {
    if (!names.contains(suite)) {
      String advice =
          names.isEmpty()
              ? "Declare it, as in 'suites: [suites/" + suite + ".yaml]'."
              : NearestName.advice(suite, names);
      gate.problem("suite", "names no suite: '" + suite + "'.", advice);
    }
  }

  private Optional<SuiteDemand> demand(Handling handling) {
    OptionalDouble share = gate.number("at_least", 0, 1);
    Optional<String> each = gate.choice("each", Map.of(FUNCTIONALITY, FUNCTIONALITY));
    int cases = gate.whole("minimum_cases", 1, Integer.MAX_VALUE).orElse(1);
    OptionalInt gaps = gate.whole("gaps_closed_at_least", 1, Integer.MAX_VALUE);
    Optional<SuiteDemand> all = gate.choice("must_pass", Map.of(ALL, new SuiteDemand.AllPass()));
    Optional<SuiteDemand> unbroken =
        gate.choice("broken", Map.of(GateSection.FORBIDDEN, new SuiteDemand.NothingBroken()));
    if (share.isPresent()) {
      return Optional.of(
          each.isPresent()
              ? new SuiteDemand.EachFunctionalityAtLeast(
                  share.getAsDouble(), handling.judgedBy(), cases)
              : new SuiteDemand.ShareAtLeast(share.getAsDouble(), handling.judgedBy()));
    }
    if (gaps.isPresent()) {
      return Optional.of(new SuiteDemand.GapsClosed(gaps.getAsInt()));
    }
    return all.isPresent() ? all : unbroken;
  }
}
