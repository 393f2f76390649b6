package dev.assay.core.gate;

import java.util.List;

/**
 * One application of a gate.
 *
 * @param gate the gate
 * @param outcome how it came out
 * @param evidence what that rests on
 * @param sentence the check in plain words
 */
public record Check(Gate gate, Outcome outcome, List<Evidence> evidence, String sentence) {

  /** Copies the list. */
  public Check {
    evidence = List.copyOf(evidence);
  }

  /** Whether the gate holds the candidate. */
  public boolean holds() {
    return switch (outcome) {
      case PASS -> false;
      case FAIL -> true;
      case INCONCLUSIVE -> gate.inconclusive() == Inconclusive.HOLDS;
    };
  }

  /** Why the candidate is held, where this check holds it: the gate's name and the sentence. */
  String reason() {
    return gate.name() + ": " + sentence;
  }
}
