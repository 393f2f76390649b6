package dev.assay.core.gate;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.ComparisonBasis;
import dev.assay.core.comparison.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies gates to evidence. Nothing passes by absence: no gates, gates on nothing but costs and
 * suites, a holdout, suite or figure that is missing and an undefined metric all hold, and so does
 * a run in which every gate is inconclusive, whichever way they fall. A degenerate candidate is
 * held whether or not a gate asks for it.
 */
public final class Judge {

  private final EvidenceSource source;

  /** Judges by this evidence. */
  public Judge(EvidenceSource source) {
    this.source = source;
  }

  /** The verdict on a candidate whose goalposts have no predecessor. */
  public Verdict judge(Goalposts goalposts) {
    return verdict(goalposts, List.of(), null);
  }

  /**
   * The verdict where an earlier run had other goalposts. Where these were loosened, the verdict is
   * given under both; the decision is that under the present ones, and says so.
   */
  public Verdict judge(Goalposts goalposts, Goalposts former) {
    List<GoalpostMove> moves = goalposts.movesSince(former);
    boolean loosened = moves.stream().anyMatch(move -> move.kind() == GoalpostMove.Kind.LOOSENED);
    return verdict(goalposts, moves, loosened ? judge(former) : null);
  }

  private Verdict verdict(
      Goalposts goalposts, List<GoalpostMove> moves, @Nullable Verdict underFormer) {
    List<String> warnings = new ArrayList<>();
    List<Check> asked = goalposts.gates().stream().map(gate -> check(gate, warnings)).toList();
    List<Check> checks = new ArrayList<>(asked);
    unasked(goalposts).map(this::applied).ifPresent(checks::add);
    List<String> reasons = reasons(goalposts, asked, checks);
    goalposts.holdouts().forEach(holdout -> addBasis(holdout, warnings));
    checks.forEach(check -> addCheck(check, warnings));
    moves.stream()
        .filter(move -> move.kind() == GoalpostMove.Kind.LOOSENED)
        .forEach(move -> warnings.add("moved goalpost: " + move.what() + ": " + move.words()));
    Decision decision = reasons.isEmpty() ? Decision.PROMOTE : Decision.HOLD;
    if (underFormer != null) {
      warnings.add(
          "under the former goalposts, with the holdouts as they are defined now: "
              + Words.lower(underFormer.decision()));
    }
    return new Verdict(decision, checks, reasons, warnings, moves, underFormer);
  }

  private Check check(Gate gate, List<String> warnings) {
    return switch (new GroupNaming(source).named(gate)) {
      case GroupNaming.Named.Ready(Gate named, String remark) -> {
        if (!remark.isEmpty()) {
          warnings.add(gate.name() + ": " + remark);
        }
        yield applied(named);
      }
      case GroupNaming.Named.Nameless(Check check) -> check;
    };
  }

  private Check applied(Gate gate) {
    return switch (gate) {
      case ValueGate value -> LimitCheck.of(value, source);
      case ChangeGate change -> LimitCheck.of(change, source);
      case RegressionGate regression -> RegressionCheck.of(regression, source);
      case CountGate count -> CountCheck.of(count, source);
      case SummaryGate summary -> SummaryCheck.of(summary, source);
      case DegenerateGate degenerate -> DegenerateCheck.of(degenerate, source);
      case CostGate cost -> CostCheck.of(cost, source);
      case SuiteGate suite -> SuiteCheck.of(suite, source);
    };
  }

  /** The check for degeneracy on the holdouts for which no gate asks at least as strictly. */
  private static Optional<Gate> unasked(Goalposts goalposts) {
    List<String> uncovered =
        goalposts.holdouts().stream()
            .filter(holdout -> goalposts.gates().stream().noneMatch(gate -> covers(gate, holdout)))
            .toList();
    return uncovered.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DegenerateGate(
                "not degenerate (always checked)",
                uncovered,
                DegenerateGate.DEFAULT_SUPPORT,
                Inconclusive.PASSES));
  }

  private static boolean covers(Gate gate, String holdout) {
    return gate instanceof DegenerateGate degenerate
        && degenerate.holdouts().contains(holdout)
        && degenerate.minimumSupport().isAsStrictAs(DegenerateGate.DEFAULT_SUPPORT);
  }

  private List<String> reasons(Goalposts goalposts, List<Check> asked, List<Check> checks) {
    List<String> reasons = new ArrayList<>();
    if (goalposts.gates().isEmpty()) {
      reasons.add("no gate is set, and nothing passes by absence");
    } else if (goalposts.holdouts().isEmpty()) {
      reasons.add("no gate looks at a holdout, and nothing passes by absence");
    } else if (asked.stream().allMatch(check -> check.outcome() == Outcome.INCONCLUSIVE)) {
      reasons.add("every gate is inconclusive, and nothing passes by absence");
    }
    goalposts.holdouts().forEach(holdout -> reasons.addAll(ungated(goalposts, holdout)));
    checks.stream().filter(Check::holds).map(Check::reason).forEach(reasons::add);
    return reasons;
  }

  /** A label that no champion knows is judged by its value, or by nothing. */
  private List<String> ungated(Goalposts goalposts, String holdout) {
    List<String> added =
        source
            .comparison(holdout)
            .map(comparison -> comparison.basis().newLabels())
            .orElse(List.of());
    return added.stream()
        .filter(label -> goalposts.gates().stream().noneMatch(gate -> judges(gate, label)))
        .map(
            label ->
                "the label '%s' is new on %s and no gate on a value looks at it"
                    .formatted(label, holdout))
        .toList();
  }

  private static boolean judges(Gate gate, String label) {
    return gate instanceof ValueGate value
        && switch (value.target().subjects()) {
          case SubjectSelector.EachLabel each -> true;
          case SubjectSelector.NamedLabels named -> named.labels().contains(label);
          default -> false;
        };
  }

  private void addBasis(String holdout, List<String> warnings) {
    Optional<ComparisonBasis> basis = source.comparison(holdout).map(Comparison::basis);
    basis.ifPresent(
        known -> {
          if (known.exposure() instanceof Exposure.Unknown(String reason)) {
            warnings.add("exposure unknown on " + holdout + ": " + reason);
          }
          if (!known.retiredLabels().isEmpty()) {
            warnings.add(
                "labels retired and not compared on "
                    + holdout
                    + ": "
                    + Words.named(known.retiredLabels()));
          }
          if (!known.newLabels().isEmpty()) {
            warnings.add(
                "labels new to the candidate on "
                    + holdout
                    + ", with no champion to compare with: "
                    + Words.named(known.newLabels()));
          }
        });
  }

  private static void addCheck(Check check, List<String> warnings) {
    if (check.outcome() == Outcome.INCONCLUSIVE && !check.holds()) {
      warnings.add(check.gate().name() + " is inconclusive and let pass: " + check.sentence());
    }
  }
}
