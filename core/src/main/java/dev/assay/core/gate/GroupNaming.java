package dev.assay.core.gate;

import dev.assay.core.evaluation.Subject;

/** Puts names in the place of groups that a gate describes by how they came off in a run. */
final class GroupNaming {

  private final EvidenceSource source;

  GroupNaming(EvidenceSource source) {
    this.source = source;
  }

  /** A gate whose subjects have names, or the check that it comes to where they have none. */
  sealed interface Named {

    /**
     * The gate can be applied.
     *
     * @param remark what a reader must know of its subjects; empty for nothing
     */
    record Ready(Gate gate, String remark) implements Named {}

    /** Nobody knows what it looks at, which never passes. */
    record Nameless(Check check) implements Named {}
  }

  Named named(Gate gate) {
    return switch (gate) {
      case ValueGate(String name, Target target, Limit limit, Handling handling)
          when target.subjects() instanceof SubjectSelector.WorstGroups worst ->
          named(gate, target, worst, named -> new ValueGate(name, named, limit, handling));
      case ChangeGate(String name, Target target, ChangeLimit limit, Handling handling)
          when target.subjects() instanceof SubjectSelector.WorstGroups worst ->
          named(gate, target, worst, named -> new ChangeGate(name, named, limit, handling));
      case RegressionGate(String name, Target target, Inconclusive falls)
          when target.subjects() instanceof SubjectSelector.WorstGroups worst ->
          named(gate, target, worst, named -> new RegressionGate(name, named, falls));
      case CountGate(String name, Target target, double by, int count, Inconclusive falls)
          when target.subjects() instanceof SubjectSelector.WorstGroups worst ->
          named(gate, target, worst, named -> new CountGate(name, named, by, count, falls));
      case SummaryGate(
              String name,
              Target target,
              SummaryGate.Summary summary,
              Limit limit,
              Handling handling)
          when target.subjects() instanceof SubjectSelector.WorstGroups worst ->
          named(
              gate, target, worst, named -> new SummaryGate(name, named, summary, limit, handling));
      default -> new Named.Ready(gate, "");
    };
  }

  private interface WithTarget {
    Gate gate(Target target);
  }

  private Named named(
      Gate gate, Target target, SubjectSelector.WorstGroups worst, WithTarget made) {
    return switch (source.named(worst, target)) {
      case GroupNames.Known(SubjectSelector.NamedGroups groups, String remark) ->
          new Named.Ready(
              made.gate(
                  new Target(target.metric(), target.holdouts(), groups, target.minimumSupport())),
              remark);
      case GroupNames.Unknown(String reason) ->
          new Named.Nameless(
              new Check(
                  gate,
                  Outcome.FAIL,
                  target.holdouts().stream()
                      .map(
                          holdout ->
                              new Place(holdout, new Subject.Whole(), target.metric().name()))
                      .map(place -> Evidence.missing(place, gate.words(), reason))
                      .toList(),
                  "%s: %s: %s".formatted(gate.words(), reason, Words.lower(Outcome.FAIL))));
    };
  }
}
