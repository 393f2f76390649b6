package dev.assay.core.gate;

import java.util.List;

/**
 * The candidate must behave on suites. What a suite says is not about how often cases occur, so
 * that suites stand beside the holdouts of other gates and replace none: a promotion needs a gate
 * on a holdout, too.
 *
 * @param name the gate's name
 * @param suites the suites' names, at least one; a suite that was not run, or has no case, fails
 * @param demand what is asked of each of them
 * @param inconclusive which way it falls when the evidence does not suffice
 */
public record SuiteGate(
    String name, List<String> suites, SuiteDemand demand, Inconclusive inconclusive)
    implements Gate {

  /** Copies the suites, and refuses none or one that stands twice. */
  public SuiteGate {
    suites = SuiteDemand.checked(suites);
  }

  @Override
  public List<String> holdouts() {
    return List.of();
  }

  @Override
  public String words() {
    return "suite " + String.join(", ", suites) + " " + demand.words();
  }
}
