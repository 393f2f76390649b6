package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assay.core.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoalpostsTest {

  private static final SubjectSelector EACH_GROUP = new SubjectSelector.EachGroup();
  private static final Handling BOUND = new Handling(JudgedBy.BOUND, Inconclusive.HOLDS);

  /** Pairs of a stricter and a laxer gate. */
  static Stream<Arguments> pairs() {
    Target each = target("f1", EACH_GROUP, 5, "test");
    return Stream.of(
        arguments(value(each, Limit.atLeast(0.8)), value(each, Limit.atLeast(0.7))),
        arguments(value(each, Limit.atMost(0.2)), value(each, Limit.atMost(0.3))),
        arguments(change(ChangeLimit.loseAtMost(0.02)), change(ChangeLimit.loseAtMost(0.1))),
        arguments(change(ChangeLimit.gainAtLeast(0.02)), change(ChangeLimit.gainAtLeast(0.01))),
        arguments(change(ChangeLimit.gainAtLeast(0.02)), change(ChangeLimit.loseAtMost(0.02))),
        arguments(
            value(target("f1", EACH_GROUP, 5, "test"), Limit.atLeast(0.8)),
            value(target("f1", EACH_GROUP, 20, "test"), Limit.atLeast(0.8))),
        arguments(
            value(target("f1", EACH_GROUP, 5, "test", "recent"), Limit.atLeast(0.8)),
            value(target("f1", EACH_GROUP, 5, "test"), Limit.atLeast(0.8))),
        arguments(
            value(target("f1", EACH_GROUP, 5, "test"), Limit.atLeast(0.8)),
            value(target("f1", named("IR", "CN"), 5, "test"), Limit.atLeast(0.8))),
        arguments(
            value(target("f1", named("IR", "CN"), 5, "test"), Limit.atLeast(0.8)),
            value(target("f1", named("CN"), 5, "test"), Limit.atLeast(0.8))),
        arguments(
            new ValueGate("g", each, Limit.atLeast(0.8), BOUND),
            new ValueGate("g", each, Limit.atLeast(0.8), Handling.DEFAULT)),
        arguments(
            new ValueGate("g", each, Limit.atLeast(0.8), BOUND),
            new ValueGate(
                "g", each, Limit.atLeast(0.8), new Handling(JudgedBy.BOUND, Inconclusive.PASSES))),
        arguments(
            new CountGate("g", each, 0.03, 10, Inconclusive.HOLDS),
            new CountGate("g", each, 0.03, 9, Inconclusive.HOLDS)),
        arguments(
            new CountGate("g", each, 0.03, 10, Inconclusive.HOLDS),
            new CountGate("g", each, 0.02, 10, Inconclusive.HOLDS)),
        arguments(
            new DegenerateGate("g", List.of("test"), MinimumSupport.events(5), Inconclusive.HOLDS),
            new DegenerateGate(
                "g", List.of("test"), MinimumSupport.events(50), Inconclusive.HOLDS)),
        arguments(
            new CostGate("g", CostGate.Cost.SIZE, 30e6, Inconclusive.HOLDS),
            new CostGate("g", CostGate.Cost.SIZE, 40e6, Inconclusive.HOLDS)),
        arguments(summary(0.85), summary(0.8)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void going_from_the_stricter_gate_to_the_laxer_loosens(Gate strict, Gate lax) {
    assertThat(moves(strict, lax))
        .extracting(GoalpostMove::kind)
        .containsExactly(GoalpostMove.Kind.LOOSENED);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void going_from_the_laxer_gate_to_the_stricter_tightens(Gate strict, Gate lax) {
    assertThat(moves(lax, strict))
        .extracting(GoalpostMove::kind)
        .containsExactly(GoalpostMove.Kind.TIGHTENED);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void the_same_gate_did_not_move(Gate strict, Gate lax) {
    assertThat(moves(strict, strict)).isEmpty();
  }

  @Test
  void what_cannot_be_shown_to_be_as_strict_counts_as_loosened_both_ways() {
    Gate f1 = value(target("f1", EACH_GROUP, 5, "test"), Limit.atLeast(0.8));
    Gate recall = value(target("recall", EACH_GROUP, 5, "test"), Limit.atLeast(0.8));
    for (Gate[] pair :
        new Gate[][] {{f1, recall}, {recall, f1}, {f1, summary(0.85)}, {summary(0.85), f1}}) {
      assertThat(moves(pair[0], pair[1]))
          .extracting(GoalpostMove::kind)
          .containsExactly(GoalpostMove.Kind.LOOSENED);
    }
  }

  @Test
  void judging_by_the_bound_is_no_tightening_where_inconclusive_passes() {
    Target each = target("f1", EACH_GROUP, 5, "test");
    Gate point =
        new ValueGate(
            "g", each, Limit.atLeast(0.8), new Handling(JudgedBy.POINT, Inconclusive.PASSES));
    Gate bound =
        new ValueGate(
            "g", each, Limit.atLeast(0.8), new Handling(JudgedBy.BOUND, Inconclusive.PASSES));
    assertThat(moves(point, bound))
        .extracting(GoalpostMove::kind)
        .containsExactly(GoalpostMove.Kind.LOOSENED);
  }

  @Test
  void a_removed_gate_is_loosened_and_an_added_one_tightened() {
    Goalposts former = new Goalposts(List.of(summary(0.85)), Map.of());
    Goalposts none = new Goalposts(List.of(), Map.of());
    assertThat(none.movesSince(former))
        .containsExactly(
            new GoalpostMove(
                GoalpostMove.Kind.LOOSENED,
                "g",
                "removed; the median of f1 of each group on test must be at least 0.85"));
    assertThat(former.movesSince(none))
        .extracting(GoalpostMove::kind)
        .containsExactly(GoalpostMove.Kind.TIGHTENED);
  }

  @Test
  void a_changed_holdout_definition_counts_as_loosened_and_a_new_one_as_tightened() {
    Goalposts former = new Goalposts(List.of(), Map.of("holdout recent", "last 60 days"));
    Goalposts now =
        new Goalposts(
            List.of(), Map.of("holdout recent", "last 30 days", "holdout legacy", "frozen abc"));
    assertThat(now.movesSince(former))
        .containsExactlyInAnyOrder(
            new GoalpostMove(
                GoalpostMove.Kind.LOOSENED, "holdout recent", "from last 60 days to last 30 days"),
            new GoalpostMove(GoalpostMove.Kind.TIGHTENED, "holdout legacy", "added; frozen abc"));
  }

  private static List<GoalpostMove> moves(Gate before, Gate now) {
    return new Goalposts(List.of(now), Map.of())
        .movesSince(new Goalposts(List.of(before), Map.of()));
  }

  private static Target target(
      String metric, SubjectSelector subjects, long events, String... holdouts) {
    return new Target(
        Metric.parse(metric), List.of(holdouts), subjects, MinimumSupport.events(events));
  }

  private static SubjectSelector named(String... groups) {
    return new SubjectSelector.NamedGroups(List.of(groups), "");
  }

  private static Gate value(Target target, Limit limit) {
    return new ValueGate("g", target, limit, Handling.DEFAULT);
  }

  private static Gate change(ChangeLimit limit) {
    return new ChangeGate("g", target("f1", EACH_GROUP, 5, "test"), limit, Handling.DEFAULT);
  }

  private static Gate summary(double atLeast) {
    return new SummaryGate(
        "g",
        target("f1", EACH_GROUP, 5, "test"),
        SummaryGate.Summary.MEDIAN,
        Limit.atLeast(atLeast),
        Handling.DEFAULT);
  }
}
