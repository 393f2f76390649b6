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
    boolean sameKind =
        switch (now) {
          case ValueGate n when before instanceof ValueGate b -> {
            target(b.target(), n.target());
            limit(b.limit(), n.limit());
            handling(b.handling(), n.handling());
            yield true;
          }
          case ChangeGate n when before instanceof ChangeGate b -> {
            target(b.target(), n.target());
            change(b.limit(), n.limit());
            handling(b.handling(), n.handling());
            yield true;
          }
          case CountGate n when before instanceof CountGate b -> {
            target(b.target(), n.target());
            least("improvement that counts", b.improveBy(), n.improveBy());
            least("count", b.countAtLeast(), n.countAtLeast());
            inconclusive(b.inconclusive(), n.inconclusive());
            yield true;
          }
          case SummaryGate n when before instanceof SummaryGate b && n.summary() == b.summary() -> {
            target(b.target(), n.target());
            limit(b.limit(), n.limit());
            handling(b.handling(), n.handling());
            yield true;
          }
          case DegenerateGate n when before instanceof DegenerateGate b -> {
            holdouts(b.holdouts(), n.holdouts());
            support(b.minimumSupport(), n.minimumSupport());
            inconclusive(b.inconclusive(), n.inconclusive());
            yield true;
          }
          case CostGate n when before instanceof CostGate b && n.cost() == b.cost() -> {
            limit(Limit.atMost(b.atMost()), Limit.atMost(n.atMost()));
            inconclusive(b.inconclusive(), n.inconclusive());
            yield true;
          }
          default -> false;
        };
    if (!sameKind) {
      replaced(before);
    }
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

  private void change(ChangeLimit before, ChangeLimit after) {
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
