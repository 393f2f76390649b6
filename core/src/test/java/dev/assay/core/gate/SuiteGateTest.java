package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.suite.Cases;
import dev.assay.core.suite.Expectation;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.core.suite.VectorOutcome;
import dev.assay.core.suite.VectorOutcome.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteGateTest {

  private static final SuiteDemand ALL = new SuiteDemand.AllPass();
  private static final SuiteDemand UNBROKEN = new SuiteDemand.NothingBroken();

  /** Suites whose outcomes are stated. */
  private static final class Suites implements EvidenceSource {

    private final Map<String, SuiteComparison> found = new HashMap<>();
    private final Set<String> seen = new TreeSet<>();

    /** The champion's letters, then the candidate's, by functionality {@code NAME:letters}. */
    Suites add(String suite, String champion, String candidate) {
      found.put(
          suite, new SuiteComparison(outcome(suite, candidate), outcome(suite, champion), seen));
      return this;
    }

    Suites seen(String id) {
      seen.add(id);
      return this;
    }

    /** p pass, f fail, k known failure, u unexpected pass, n not judged. */
    private static SuiteOutcome outcome(String suite, String letters) {
      List<VectorOutcome> outcomes = new ArrayList<>();
      for (String part : letters.isEmpty() ? new String[0] : letters.split(" ")) {
        String functionality = part.substring(0, part.indexOf(':'));
        for (char letter : part.substring(part.indexOf(':') + 1).toCharArray()) {
          String id = functionality + outcomes.size();
          outcomes.add(outcome(id, functionality, letter));
        }
      }
      return new SuiteOutcome(suite, outcomes);
    }

    private static VectorOutcome outcome(String id, String functionality, char letter) {
      Result result =
          switch (letter) {
            case 'p' -> Result.PASS;
            case 'f' -> Result.FAIL;
            case 'k' -> Result.KNOWN_FAILURE;
            case 'u' -> Result.UNEXPECTED_PASS;
            default -> Result.NOT_JUDGED;
          };
      boolean known = letter == 'k' || letter == 'u';
      Expectation expectation =
          known
              ? new Expectation.KnownGap(List.of("spam"))
              : new Expectation.MustDetect(List.of("spam"));
      return new VectorOutcome(
          Cases.vector(id, functionality, expectation, id),
          result,
          List.of(),
          result == Result.NOT_JUDGED ? "the model does not know spam" : "");
    }

    @Override
    public Optional<Comparison> comparison(String holdout) {
      return Optional.empty();
    }

    @Override
    public MetricValue cost(CostGate.Cost cost) {
      return MetricValue.undefined("nobody measured it");
    }

    @Override
    public Optional<SuiteComparison> suite(String name) {
      return Optional.ofNullable(found.get(name));
    }
  }

  private static SuiteGate gate(SuiteDemand demand, String... suites) {
    return new SuiteGate("behaves", List.of(suites), demand, Inconclusive.HOLDS);
  }

  private static Check check(SuiteDemand demand, String champion, String candidate) {
    return SuiteCheck.of(gate(demand, "known"), new Suites().add("known", champion, candidate));
  }

  @ParameterizedTest
  @CsvSource({
    "a:ppp, PASS",
    "a:ppf, FAIL",
    "a:ppk, PASS",
    "a:ppu, PASS",
    "a:ppn, FAIL",
    "a:kk, FAIL"
  })
  void all_must_pass_that_are_not_known_to_fail(String candidate, Outcome outcome) {
    assertThat(check(ALL, candidate, candidate).outcome()).isEqualTo(outcome);
  }

  @Test
  void the_failing_vectors_are_named() {
    Check check = check(ALL, "a:pppp", "a:pfpf");

    assertThat(check.sentence())
        .isEqualTo(
            "suite known must pass all: 2 of 4 pass, 0.500 [0.150, 0.850] (failing: a1, a3): fail");
    assertThat(check.holds()).isTrue();
  }

  @Test
  void a_suite_that_was_not_run_or_is_empty_never_passes() {
    List<SuiteDemand> demands =
        List.of(
            ALL,
            UNBROKEN,
            new SuiteDemand.ShareAtLeast(0.1, JudgedBy.POINT),
            new SuiteDemand.EachFunctionalityAtLeast(0.1, JudgedBy.BOUND, 1),
            new SuiteDemand.GapsClosed(1));
    for (SuiteDemand demand : demands) {
      Check absent = SuiteCheck.of(gate(demand, "known"), new Suites());
      Check empty = check(demand, "", "");

      assertThat(List.of(absent.outcome(), empty.outcome()))
          .as(demand.words())
          .containsOnly(Outcome.FAIL);
    }
  }

  @Test
  void one_suite_of_several_that_is_missing_fails_the_gate() {
    Check check =
        SuiteCheck.of(gate(ALL, "known", "other"), new Suites().add("known", "a:p", "a:p"));

    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check.sentence()).contains("on other").contains("the suite was not run");
  }

  @ParameterizedTest
  @CsvSource({"a:pppf, 0.75, PASS", "a:ppff, 0.75, FAIL", "a:pppn, 0.5, FAIL"})
  void a_share_at_least_must_pass(String candidate, double share, Outcome outcome) {
    SuiteDemand demand = new SuiteDemand.ShareAtLeast(share, JudgedBy.POINT);

    assertThat(check(demand, candidate, candidate).outcome()).isEqualTo(outcome);
  }

  @Test
  void by_the_bound_a_few_passes_prove_nothing() {
    SuiteDemand demand = new SuiteDemand.ShareAtLeast(0.8, JudgedBy.BOUND);

    assertThat(check(demand, "a:pppp", "a:pppp").outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(check(demand, "a:ffff", "a:ffff").outcome()).isEqualTo(Outcome.FAIL);
    String many = "a:" + "p".repeat(40);
    assertThat(check(demand, many, many).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void each_functionality_has_its_floor() {
    SuiteDemand floor = new SuiteDemand.EachFunctionalityAtLeast(0.5, JudgedBy.POINT, 1);

    assertThat(check(floor, "a:pp b:pp", "a:pp b:pf").outcome()).isEqualTo(Outcome.PASS);
    Check failed = check(floor, "a:pp b:pp", "a:pp b:ff");
    assertThat(failed.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(failed.sentence())
        .contains("failing: functionality = b 0 of 2 pass, 0.000 [0.000, 0.658]");
  }

  @Test
  void a_functionality_of_too_few_cases_is_reported_and_not_judged() {
    SuiteDemand floor = new SuiteDemand.EachFunctionalityAtLeast(0.5, JudgedBy.POINT, 3);

    Check check = check(floor, "a:ppp b:ff", "a:ppp b:ff");

    assertThat(check.outcome()).isEqualTo(Outcome.PASS);
    assertThat(check.sentence()).contains("too little support: functionality = b (2 cases");
    assertThat(check(floor, "b:ff", "b:ff").outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "a:ppf, a:ppf, PASS",
    "a:ppf, a:ppp, PASS",
    "a:ppf, a:pff, FAIL",
    "a:ppf, a:fpp, FAIL",
    "a:pu, a:pk, FAIL",
    "a:nn, a:pp, FAIL",
    "a:pf, a:nf, FAIL",
    "a:pf, a:pn, PASS",
    "a:ff, a:pp, PASS"
  })
  void nothing_that_the_champion_passes_may_break(
      String champion, String candidate, Outcome outcome) {
    assertThat(check(UNBROKEN, champion, candidate).outcome()).isEqualTo(outcome);
  }

  @Test
  void of_a_champion_that_passes_nothing_the_evidence_says_that_nothing_could_break() {
    assertThat(check(UNBROKEN, "a:ff", "a:ff").sentence())
        .contains("the champion passes no vector of it, so nothing could break")
        .endsWith("pass");
    assertThat(check(UNBROKEN, "a:ppf", "a:npf").sentence())
        .contains("passed by the champion and not judged: a0")
        .endsWith("fail");
  }

  @Test
  void what_the_champion_was_trained_on_cannot_break() {
    Suites suites = new Suites().seen("a0").add("known", "a:pp", "a:fp");

    assertThat(SuiteCheck.of(gate(UNBROKEN, "known"), suites).outcome()).isEqualTo(Outcome.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "a:pkk, a:puu, PASS",
    "a:pkk, a:puk, FAIL",
    "a:pkk, a:fuu, FAIL",
    "a:puu, a:puu, FAIL"
  })
  void known_gaps_must_close_while_nothing_breaks(
      String champion, String candidate, Outcome outcome) {
    assertThat(check(new SuiteDemand.GapsClosed(2), champion, candidate).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void suites_alone_promote_nobody() {
    Suites suites = new Suites().add("known", "a:pp", "a:pp");

    Verdict verdict = new Judge(suites).judge(new Goalposts(List.of(gate(ALL, "known")), Map.of()));

    assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
    assertThat(verdict.reasonsToHold())
        .containsExactly("no gate looks at a holdout, and nothing passes by absence");
  }

  @Test
  void demands_that_nobody_could_miss_are_refused() {
    assertThatThrownBy(() -> new SuiteDemand.ShareAtLeast(0, JudgedBy.POINT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SuiteDemand.GapsClosed(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> gate(ALL)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_loosened_demand_is_a_moved_goalpost_and_a_tightened_one_is_not() {
    SuiteDemand most = new SuiteDemand.ShareAtLeast(0.9, JudgedBy.POINT);
    SuiteDemand some = new SuiteDemand.ShareAtLeast(0.8, JudgedBy.POINT);
    SuiteDemand bound = new SuiteDemand.ShareAtLeast(0.9, JudgedBy.BOUND);

    assertThat(kinds(gate(ALL, "a"), gate(most, "a"))).containsExactly(LOOSENED);
    assertThat(kinds(gate(most, "a"), gate(ALL, "a"))).containsExactly(TIGHTENED);
    assertThat(kinds(gate(most, "a"), gate(some, "a"))).containsExactly(LOOSENED);
    assertThat(kinds(gate(some, "a"), gate(most, "a"))).containsExactly(TIGHTENED);
    assertThat(kinds(gate(bound, "a"), gate(ALL, "a"))).containsExactly(LOOSENED);
    assertThat(kinds(gate(UNBROKEN, "a"), gate(new SuiteDemand.GapsClosed(1), "a")))
        .containsExactly(TIGHTENED);
    assertThat(kinds(gate(ALL, "a", "b"), gate(ALL, "a"))).containsExactly(LOOSENED);
    assertThat(kinds(gate(ALL, "a"), gate(ALL, "a", "b"))).containsExactly(TIGHTENED);
    assertThat(kinds(gate(ALL, "a"), gate(ALL, "a"))).isEmpty();
  }

  @Test
  void vectors_that_leave_a_suite_or_ask_for_less_are_a_moved_goalpost() {
    assertThat(moves("x y z", "x y"))
        .containsExactly("suite known: 1 of 3 vectors removed or changed (loosened)");
    assertThat(moves("x y", "x y z")).containsExactly("suite known: 1 vector added (tightened)");
    assertThat(moves("x y", "x q"))
        .containsExactly(
            "suite known: 1 of 2 vectors removed or changed (loosened)",
            "suite known: 1 vector added (tightened)");
    assertThat(moves("x y", "x y")).isEmpty();
  }

  @Test
  void a_suite_that_is_gone_is_a_moved_goalpost() {
    Goalposts none = new Goalposts(List.of(), Map.of());

    assertThat(none.movesSince(holding("x y")))
        .extracting(GoalpostMove::toString)
        .containsExactly("suite known: removed; had 2 vectors (loosened)");
    assertThat(holding("x y").movesSince(none))
        .extracting(GoalpostMove::toString)
        .containsExactly("suite known: added; has 2 vectors (tightened)");
  }

  private static final GoalpostMove.Kind LOOSENED = GoalpostMove.Kind.LOOSENED;
  private static final GoalpostMove.Kind TIGHTENED = GoalpostMove.Kind.TIGHTENED;

  private static List<GoalpostMove.Kind> kinds(Gate before, Gate now) {
    return new Goalposts(List.of(now), Map.of())
        .movesSince(new Goalposts(List.of(before), Map.of())).stream()
            .map(GoalpostMove::kind)
            .toList();
  }

  private static Goalposts holding(String vectors) {
    return new Goalposts(
        List.of(), Map.of(), Map.of("known", new TreeSet<>(List.of(vectors.split(" ")))));
  }

  private static List<String> moves(String before, String now) {
    return holding(now).movesSince(holding(before)).stream().map(GoalpostMove::toString).toList();
  }
}
