package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.comparison.Exposure;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

  @Test
  void an_empty_list_of_gates_holds() {
    Verdict verdict = new Judge(good()).judge(goalposts());
    assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
    assertThat(verdict.reasonsToHold())
        .containsExactly("no gate is set, and nothing passes by absence");
  }

  @Test
  void gates_on_nothing_but_costs_hold() {
    Gate cost = new CostGate("fast", CostGate.Cost.P95_LATENCY, 20, Inconclusive.HOLDS);
    Found found = good().cost(CostGate.Cost.P95_LATENCY, 3);
    assertThat(new Judge(found).judge(goalposts(cost)).reasonsToHold())
        .containsExactly("no gate looks at a holdout, and nothing passes by absence");
  }

  @Test
  void a_holdout_that_was_not_compared_holds_with_its_name() {
    Verdict verdict = new Judge(new Found()).judge(goalposts(atLeast("good", 0.5)));
    assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
    assertThat(verdict.reasonsToHold().getFirst()).contains("nothing was compared on recent");
  }

  @Test
  void a_metric_that_was_not_compared_holds() {
    Found found = new Found().whole("recent", "recall", 0.9, 0.9);
    Verdict verdict = new Judge(found).judge(goalposts(atLeast("good", 0.5)));
    assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
  }

  @Test
  void a_candidate_that_meets_every_gate_is_promoted() {
    Verdict verdict = new Judge(good()).judge(goalposts(atLeast("good", 0.85)));
    assertThat(verdict.decision()).isEqualTo(Decision.PROMOTE);
    assertThat(verdict.reasonsToHold()).isEmpty();
    assertThat(verdict.warnings()).isEmpty();
    assertThat(verdict.underFormer()).isNull();
  }

  @Test
  void a_degenerate_candidate_is_held_though_no_gate_asks() {
    Found found = good().output("recent", "incident", 100, 0);
    Verdict verdict = new Judge(found).judge(goalposts(atLeast("good", 0.85)));
    assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
    assertThat(verdict.reasonsToHold().getFirst())
        .startsWith("not degenerate (always checked):")
        .contains("predicted nowhere");
  }

  @Test
  void a_lax_gate_on_degeneracy_does_not_replace_the_check_that_is_always_made() {
    Found found = good().output("recent", "incident", 100, 0);
    Gate lax =
        new DegenerateGate(
            "lax", List.of("recent"), MinimumSupport.events(100_000), Inconclusive.PASSES);
    Verdict verdict = new Judge(found).judge(goalposts(atLeast("good", 0.85), lax));
    assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
  }

  @ParameterizedTest
  @CsvSource({"HOLDS, HOLD", "PASSES, PROMOTE"})
  void a_gate_says_which_way_inconclusive_falls(Inconclusive inconclusive, Decision decision) {
    Gate unsure = bound("unsure", 0.895, inconclusive);
    Verdict verdict = new Judge(good()).judge(goalposts(atLeast("good", 0.85), unsure));
    assertThat(verdict.decision()).isEqualTo(decision);
    assertThat(verdict.warnings()).hasSize(decision == Decision.PROMOTE ? 1 : 0);
  }

  @Test
  void a_run_in_which_every_gate_is_inconclusive_holds_whichever_way_they_fall() {
    Gate unsure = bound("unsure", 0.895, Inconclusive.PASSES);
    assertThat(new Judge(good()).judge(goalposts(unsure)).reasonsToHold())
        .containsExactly("every gate is inconclusive, and nothing passes by absence");
  }

  @Test
  void unknown_exposure_is_said() {
    Found found = good().exposure("recent", new Exposure.Unknown("the champion is from elsewhere"));
    assertThat(new Judge(found).judge(goalposts(atLeast("good", 0.5))).warnings())
        .containsExactly("exposure unknown on recent: the champion is from elsewhere");
  }

  @Test
  void a_loosened_gate_gives_the_verdict_under_both_goalposts() {
    Goalposts former = goalposts(atLeast("good", 0.95));
    Verdict verdict = new Judge(good()).judge(goalposts(atLeast("good", 0.85)), former);
    assertThat(verdict.decision()).isEqualTo(Decision.PROMOTE);
    assertThat(verdict.underFormer()).extracting(Verdict::decision).isEqualTo(Decision.HOLD);
    assertThat(verdict.warnings())
        .containsExactly(
            "moved goalpost: good: from at least 0.95 to at least 0.85",
            "under the former goalposts, with the holdouts as they are defined now: hold");
  }

  @Test
  void a_tightened_gate_is_listed_without_a_second_verdict() {
    Goalposts former = goalposts(atLeast("good", 0.8));
    Verdict verdict = new Judge(good()).judge(goalposts(atLeast("good", 0.85)), former);
    assertThat(verdict.moves())
        .extracting(GoalpostMove::kind)
        .containsExactly(GoalpostMove.Kind.TIGHTENED);
    assertThat(verdict.underFormer()).isNull();
    assertThat(verdict.warnings()).isEmpty();
  }

  @Test
  void a_verdict_that_holds_without_a_reason_cannot_be_made() {
    assertThatThrownBy(
            () -> new Verdict(Decision.HOLD, List.of(), List.of(), List.of(), List.of(), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void two_gates_of_one_name_are_refused() {
    assertThatThrownBy(() -> goalposts(atLeast("good", 0.5), atLeast("good", 0.6)))
        .hasMessageContaining("Two gates are called 'good'");
  }

  @Test
  void goalposts_ask_each_question_once_and_only_of_their_holdout() {
    Goalposts goalposts = goalposts(atLeast("good", 0.5), bound("sure", 0.5, Inconclusive.HOLDS));
    assertThat(goalposts.questions("recent", List.of(new Subject.Whole()))).hasSize(1);
    assertThat(goalposts.questions("legacy", List.of(new Subject.Whole()))).isEmpty();
  }

  private static Found good() {
    return new Found().whole("recent", "f1", 0.88, 0.9);
  }

  private static Goalposts goalposts(Gate... gates) {
    return new Goalposts(List.of(gates), Map.of());
  }

  private static Gate atLeast(String name, double limit) {
    return new ValueGate(
        name, Target.whole(Metric.parse("f1"), "recent"), Limit.atLeast(limit), Handling.DEFAULT);
  }

  private static Gate bound(String name, double limit, Inconclusive inconclusive) {
    return new ValueGate(
        name,
        Target.whole(Metric.parse("f1"), "recent"),
        Limit.atLeast(limit),
        new Handling(JudgedBy.BOUND, inconclusive));
  }
}
