package dev.assay.core.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run.
 *
 * @param decision promote or hold
 * @param checks one of each gate, in their order, then those that are made unasked
 * @param reasonsToHold why the candidate is held, in words; empty where it is promoted
 * @param warnings what else a reader must know
 * @param moves how the goalposts moved since the run before
 * @param underFormer the verdict under the former goalposts, where these were loosened
 */
public record Verdict(
    Decision decision,
    List<Check> checks,
    List<String> reasonsToHold,
    List<String> warnings,
    List<GoalpostMove> moves,
    @Nullable Verdict underFormer) {

  /** Copies the lists and refuses a hold without a reason, or a promotion with one. */
  public Verdict {
    checks = List.copyOf(checks);
    reasonsToHold = List.copyOf(reasonsToHold);
    warnings = List.copyOf(warnings);
    moves = List.copyOf(moves);
    if ((decision == Decision.HOLD) == reasonsToHold.isEmpty()) {
      throw new IllegalArgumentException(
          decision + " with " + reasonsToHold.size() + " reasons to hold.");
    }
  }

  /** The reasons to hold that no check says: what a reader of the checks does not know yet. */
  public List<String> reasonsBeyondChecks() {
    List<String> said = checks.stream().filter(Check::holds).map(Check::reason).toList();
    return reasonsToHold.stream().filter(reason -> !said.contains(reason)).toList();
  }
}
