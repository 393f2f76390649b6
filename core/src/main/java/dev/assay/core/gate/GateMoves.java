package dev.assay.core.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** How one gate moved from one run to the next. */
final class GateMoves {

  private final Gate now;
  private final List<GoalpostMove> moves = new ArrayList<>();

  private GateMoves(Gate now) {
    this.now = now;
  }

  static List<GoalpostMove> between(Gate before, Gate now) {
    if (before.equals(now)) {
      return List.of();
    }
    GateMoves found = new GateMoves(now);
    found.compare(before);
    return List.copyOf(found.moves);
  }

  private void compare(Gate before) {
    switch (now) {
      case ValueGate gate when before instanceof ValueGate former -> value(former, gate);
      case ChangeGate gate when before instanceof ChangeGate former -> change(former, gate);
      case RegressionGate gate when before instanceof RegressionGate former ->
          regression(former, gate);
      case CountGate gate when before instanceof CountGate former -> count(former, gate);
      case SummaryGate gate when before instanceof SummaryGate former -> summary(former, gate);
      case DegenerateGate gate when before instanceof DegenerateGate former ->
          degenerate(former, gate);
      case CostGate gate when before instanceof CostGate former -> cost(former, gate);
      case SuiteGate gate when before instanceof SuiteGate former -> suite(former, gate);
      default -> replaced(before);
    }
  }

  private void value(ValueGate before, ValueGate after) {
    target(before.target(), after.target());
    limit(before.limit(), after.limit());
    handling(before.handling(), after.handling());
  }

  private void change(ChangeGate before, ChangeGate after) {
    target(before.target(), after.target());
    if (!before.limit().equals(after.limit())) {
      note(
          after.limit().isAsStrictAs(before.limit()),
          "from " + before.limit().words() + " to " + after.limit().words());
    }
    handling(before.handling(), after.handling());
  }

  private void regression(RegressionGate before, RegressionGate after) {
    target(before.target(), after.target());
    inconclusive(before.inconclusive(), after.inconclusive());
  }

  private void count(CountGate before, CountGate after) {
    target(before.target(), after.target());
    least("improvement that counts", before.improveBy(), after.improveBy());
    least("count", before.countAtLeast(), after.countAtLeast());
    inconclusive(before.inconclusive(), after.inconclusive());
  }

  private void summary(SummaryGate before, SummaryGate after) {
    if (before.summary() != after.summary()) {
      replaced(before);
      return;
    }
    target(before.target(), after.target());
    limit(before.limit(), after.limit());
    handling(before.handling(), after.handling());
  }

  private void degenerate(DegenerateGate before, DegenerateGate after) {
    holdouts(before.holdouts(), after.holdouts());
    support(before.minimumSupport(), after.minimumSupport());
    inconclusive(before.inconclusive(), after.inconclusive());
  }

  private void cost(CostGate before, CostGate after) {
    if (before.cost() != after.cost()) {
      replaced(before);
      return;
    }
    limit(Limit.atMost(before.atMost()), Limit.atMost(after.atMost()));
    inconclusive(before.inconclusive(), after.inconclusive());
  }

  private void suite(SuiteGate before, SuiteGate after) {
    if (!new HashSet<>(before.suites()).equals(new HashSet<>(after.suites()))) {
      note(
          new HashSet<>(after.suites()).containsAll(before.suites()),
          "suites from " + before.suites() + " to " + after.suites());
    }
    if (!before.demand().equals(after.demand())) {
      note(
          after.demand().isAsStrictAs(before.demand()),
          "from '" + before.demand().words() + "' to '" + after.demand().words() + "'");
    }
    inconclusive(before.inconclusive(), after.inconclusive());
  }

  private void replaced(Gate before) {
    note(false, "replaced: " + before.words() + "; now " + now.words());
  }

  private void target(Target before, Target after) {
    if (!before.metric().equals(after.metric())) {
      note(false, "metric from " + before.metric() + " to " + after.metric());
    }
    holdouts(before.holdouts(), after.holdouts());
    if (!before.subjects().equals(after.subjects())) {
      note(
          after.subjects().isAsStrictAs(before.subjects()),
          "subjects from " + before.subjects().words() + " to " + after.subjects().words());
    }
    support(before.minimumSupport(), after.minimumSupport());
  }

  private void holdouts(List<String> before, List<String> after) {
    if (!new HashSet<>(before).equals(new HashSet<>(after))) {
      note(new HashSet<>(after).containsAll(before), "holdouts from " + before + " to " + after);
    }
  }

  private void support(MinimumSupport before, MinimumSupport after) {
    if (!before.equals(after)) {
      note(
          after.isAsStrictAs(before),
          "minimum support from " + before.words() + " to " + after.words());
    }
  }

  private void limit(Limit before, Limit after) {
    if (!before.equals(after)) {
      note(after.isAsStrictAs(before), "from " + before.words() + " to " + after.words());
    }
  }

  private void least(String what, double before, double after) {
    if (before != after) {
      note(after >= before, what + " from " + Words.plain(before) + " to " + Words.plain(after));
    }
  }

  private void handling(Handling before, Handling after) {
    if (before.judgedBy() != after.judgedBy()) {
      boolean strict =
          after.judgedBy() == JudgedBy.BOUND && after.inconclusive() == Inconclusive.HOLDS;
      note(
          strict,
          "judged by "
              + Words.lower(before.judgedBy())
              + ", now by "
              + Words.lower(after.judgedBy()));
    }
    inconclusive(before.inconclusive(), after.inconclusive());
  }

  private void inconclusive(Inconclusive before, Inconclusive after) {
    if (before != after) {
      note(
          after == Inconclusive.HOLDS,
          "inconclusive " + Words.lower(before) + ", now " + Words.lower(after));
    }
  }

  private void note(boolean asStrict, String words) {
    moves.add(
        asStrict
            ? GoalpostMove.tightened(now.name(), words)
            : GoalpostMove.loosened(now.name(), words));
  }
}
