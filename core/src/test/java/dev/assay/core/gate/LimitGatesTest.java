package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitGatesTest {

  private static final Handling BY_BOUND = new Handling(JudgedBy.BOUND, Inconclusive.HOLDS);

  @ParameterizedTest
  @CsvSource({
    "0.85,  0.860, POINT, PASS",
    "0.85,  0.850, POINT, PASS",
    "0.85,  0.849, POINT, FAIL",
    "0.85,  0.860, BOUND, PASS",
    "0.85,  0.855, BOUND, INCONCLUSIVE",
    "0.85,  0.845, BOUND, INCONCLUSIVE",
    "0.85,  0.839, BOUND, FAIL"
  })
  void a_value_is_held_against_at_least(
      double limit, double candidate, JudgedBy judgedBy, Outcome outcome) {
    Found found = new Found().whole("recent", "f1", 0.5, candidate);
    ValueGate gate =
        new ValueGate(
            "good",
            Target.whole(Metric.parse("f1"), "recent"),
            Limit.atLeast(limit),
            new Handling(judgedBy, Inconclusive.HOLDS));
    assertThat(LimitCheck.of(gate, found).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    // metric, champion, candidate, kind, by, judged by, outcome; half-width 0.01
    "f1,    0.80, 0.78, LOSE_AT_MOST, 0.02, POINT, PASS",
    "f1,    0.80, 0.779, LOSE_AT_MOST, 0.02, POINT, FAIL",
    "f1,    0.80, 0.795, LOSE_AT_MOST, 0.02, BOUND, PASS",
    "f1,    0.80, 0.785, LOSE_AT_MOST, 0.02, BOUND, INCONCLUSIVE",
    "f1,    0.80, 0.765, LOSE_AT_MOST, 0.02, BOUND, FAIL",
    "f1,    0.80, 0.83, GAIN_AT_LEAST, 0.03, POINT, PASS",
    "f1,    0.80, 0.83, GAIN_AT_LEAST, 0.03, BOUND, INCONCLUSIVE",
    "f1,    0.80, 0.85, GAIN_AT_LEAST, 0.03, BOUND, PASS",
    "brier, 0.10, 0.12, LOSE_AT_MOST, 0.02, POINT, PASS",
    "brier, 0.10, 0.121, LOSE_AT_MOST, 0.02, POINT, FAIL",
    "brier, 0.10, 0.05, LOSE_AT_MOST, 0.02, BOUND, PASS",
    "brier, 0.10, 0.115, LOSE_AT_MOST, 0.02, BOUND, INCONCLUSIVE",
    "brier, 0.10, 0.135, LOSE_AT_MOST, 0.02, BOUND, FAIL",
    "brier, 0.10, 0.07, GAIN_AT_LEAST, 0.03, POINT, PASS",
    "brier, 0.10, 0.13, GAIN_AT_LEAST, 0.03, POINT, FAIL"
  })
  void a_change_is_held_against_its_limit_whichever_way_the_metric_runs(
      String metric,
      double champion,
      double candidate,
      ChangeLimit.Kind kind,
      double by,
      JudgedBy judgedBy,
      Outcome outcome) {
    Found found = new Found().whole("recent", metric, champion, candidate);
    ChangeGate gate =
        new ChangeGate(
            "change",
            Target.whole(Metric.parse(metric), "recent"),
            new ChangeLimit(kind, by),
            new Handling(judgedBy, Inconclusive.HOLDS));
    assertThat(LimitCheck.of(gate, found).outcome()).isEqualTo(outcome);
  }

  @Test
  void the_sentence_says_both_figures_the_difference_its_interval_and_the_limit() {
    Found found = new Found().uncertain(0.013).whole("recent", "f1", 0.861, 0.864);
    ChangeGate gate =
        new ChangeGate(
            "recent reality",
            Target.whole(Metric.parse("f1"), "recent"),
            ChangeLimit.loseAtMost(0.02),
            Handling.DEFAULT);
    assertThat(LimitCheck.of(gate, found).sentence())
        .isEqualTo(
            "f1 on recent: 0.864 against 0.861 of the champion, +0.003 [-0.010, +0.016];"
                + " may lose at most 0.02: pass");
  }

  @Test
  void an_undefined_metric_does_not_pass_even_where_inconclusive_would() {
    Found found =
        new Found().undefined("recent", "precision", new Subject.Whole(), "nothing predicted", 50);
    for (JudgedBy judgedBy : JudgedBy.values()) {
      ValueGate gate =
          new ValueGate(
              "precise",
              Target.whole(Metric.parse("precision"), "recent"),
              Limit.atLeast(0),
              new Handling(judgedBy, Inconclusive.PASSES));
      Check check = LimitCheck.of(gate, found);
      assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
      assertThat(check.holds()).isTrue();
      assertThat(check.sentence()).contains("undefined (nothing predicted)");
    }
  }

  @Test
  void a_change_from_a_champion_without_a_value_says_so_and_fails() {
    Found found =
        new Found().undefined("recent", "precision", new Subject.Whole(), "nothing predicted", 50);
    ChangeGate gate =
        new ChangeGate(
            "kept",
            Target.whole(Metric.parse("precision"), "recent"),
            ChangeLimit.loseAtMost(0.02),
            new Handling(JudgedBy.POINT, Inconclusive.PASSES));
    Check check = LimitCheck.of(gate, found);
    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check.sentence()).contains("; the champion's is undefined (nothing predicted); may");
  }

  @Test
  void labels_below_the_minimum_support_are_reported_and_not_judged() {
    Found found = labels().add("test", "f1", new Subject.Label("csam"), 0.9, 0.2, 4);
    Check check = LimitCheck.of(eachLabel(MinimumSupport.events(10)), found);
    assertThat(check.outcome()).isEqualTo(Outcome.PASS);
    assertThat(check.evidence())
        .extracting(Evidence::standing)
        .containsExactly(Standing.PASS, Standing.PASS, Standing.TOO_LITTLE_SUPPORT);
    assertThat(check.evidence().getLast().note())
        .isEqualTo("4 events; an effect below 0.014 would hardly show");
    assertThat(check.sentence())
        .isEqualTo(
            "f1 of each label on test must be at least 0.8: 2 of 2 pass;"
                + " too little support: csam (4 events): pass");
  }

  @Test
  void one_label_below_its_limit_fails_the_gate_and_is_named() {
    Found found = labels().add("test", "f1", new Subject.Label("csam"), 0.9, 0.79, 40);
    Check check = LimitCheck.of(eachLabel(MinimumSupport.events(10)), found);
    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check.sentence()).contains("2 of 3 pass; failing: csam 0.790");
  }

  @Test
  void a_gate_whose_subjects_are_all_below_the_minimum_support_is_undecidable() {
    Check check = LimitCheck.of(eachLabel(MinimumSupport.events(500)), labels());
    assertThat(check.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(check.holds()).isTrue();
    assertThat(check.sentence()).contains("undecidable");
  }

  @Test
  void a_label_that_the_candidate_has_but_nobody_compared_fails_each_label() {
    Found found = labels().output("test", "spam", 100, 90).output("test", "forgotten", 100, 90);
    Check check = LimitCheck.of(eachLabel(MinimumSupport.NONE), found);
    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check.evidence())
        .anySatisfy(
            row -> {
              assertThat(row.place().subject()).isEqualTo(new Subject.Label("forgotten"));
              assertThat(row.note()).isEqualTo("not compared on test");
            });
  }

  @Test
  void a_named_label_of_a_tier_that_is_missing_fails() {
    Target tier =
        new Target(
            Metric.parse("f1"),
            List.of("test"),
            new SubjectSelector.NamedLabels("tier 1", List.of("spam", "self_harm")),
            MinimumSupport.NONE);
    Check check =
        LimitCheck.of(
            new ValueGate("tier 1", tier, Limit.atLeast(0.5), Handling.DEFAULT), labels());
    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void one_of_many_groups_is_called_a_regression_only_beyond_what_chance_does_to_many() {
    Target groups =
        new Target(
            Metric.parse("f1"),
            List.of("countries"),
            new SubjectSelector.EachGroup(),
            MinimumSupport.NONE);
    ChangeGate gate =
        new ChangeGate("no country lost", groups, ChangeLimit.loseAtMost(0), BY_BOUND);
    Found one = new Found().add("countries", "f1", new Subject.Group("SY"), 0.5, 0.488, 30);
    assertThat(LimitCheck.of(gate, one).outcome()).isEqualTo(Outcome.FAIL);
    Found many = new Found();
    for (int i = 0; i < 40; i++) {
      many.add("countries", "f1", new Subject.Group("C" + i), 0.5, 0.55, 30);
    }
    many.add("countries", "f1", new Subject.Group("SY"), 0.5, 0.488, 30);
    Check check = LimitCheck.of(gate, many);
    assertThat(check.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(check.evidence().getLast().note()).contains("one of 41");
  }

  @Test
  void one_gate_on_two_holdouts_needs_both() {
    Target both =
        new Target(
            Metric.parse("f1"),
            List.of("recent", "legacy"),
            new SubjectSelector.WholeHoldout(),
            MinimumSupport.NONE);
    ValueGate gate = new ValueGate("both", both, Limit.atLeast(0.8), Handling.DEFAULT);
    Found found = new Found().whole("recent", "f1", 0.9, 0.9);
    assertThat(LimitCheck.of(gate, found).outcome()).isEqualTo(Outcome.FAIL);
    found.whole("legacy", "f1", 0.9, 0.9);
    assertThat(LimitCheck.of(gate, found).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void a_metric_that_is_neither_good_nor_bad_cannot_be_lost() {
    Target target = Target.whole(Metric.parse("positive_rate"), "recent");
    assertThatThrownBy(
            () -> new ChangeGate("rate", target, ChangeLimit.loseAtMost(0.1), Handling.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bound its value");
  }

  private static Found labels() {
    return new Found()
        .add("test", "f1", new Subject.Label("spam"), 0.9, 0.91, 100)
        .add("test", "f1", new Subject.Label("threat"), 0.9, 0.92, 100);
  }

  private static ValueGate eachLabel(MinimumSupport minimum) {
    Target target =
        new Target(Metric.parse("f1"), List.of("test"), new SubjectSelector.EachLabel(), minimum);
    return new ValueGate("each label", target, Limit.atLeast(0.8), Handling.DEFAULT);
  }
}
