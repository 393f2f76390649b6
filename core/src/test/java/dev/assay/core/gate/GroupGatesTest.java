package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupGatesTest {

  private static final List<Double> CANDIDATE = List.of(0.7, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9);

  @Test
  void the_median_of_groups_is_held_against_its_limit() {
    Check check = SummaryCheck.of(summary(SummaryGate.Summary.MEDIAN, 0.85), groups(CANDIDATE));
    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check.sentence())
        .isEqualTo(
            "median f1 on countries: 0.840 [0.700, 0.900]; must be at least 0.85;"
                + " over 7, 0 with too little support left out;"
                + " the limit lies within the interval: fail");
    assertThat(SummaryCheck.of(summary(SummaryGate.Summary.MEDIAN, 0.84), groups(CANDIDATE)))
        .extracting(Check::outcome)
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void the_worst_is_the_least_or_for_losses_the_greatest() {
    assertThat(
            SummaryCheck.of(summary(SummaryGate.Summary.WORST, 0.71), groups(CANDIDATE)).outcome())
        .isEqualTo(Outcome.FAIL);
    Found briers = new Found();
    for (int i = 0; i < 3; i++) {
      briers.add("countries", "brier", new Subject.Group("G" + i), 0.1, 0.1 * (i + 1), 50);
    }
    SummaryGate gate =
        new SummaryGate(
            "worst",
            target("brier", MinimumSupport.NONE),
            SummaryGate.Summary.WORST,
            Limit.atMost(0.25),
            Handling.DEFAULT);
    assertThat(SummaryCheck.of(gate, briers).evidence().getFirst().figures().candidate())
        .isEqualTo(MetricValue.of(0.1 * 3));
    assertThat(SummaryCheck.of(gate, briers).outcome()).isEqualTo(Outcome.FAIL);
  }

  @ParameterizedTest
  @CsvSource({"0.68, 0.005, PASS", "0.69, 0.01, INCONCLUSIVE", "0.72, 0.005, FAIL"})
  void the_worst_is_judged_by_what_the_intervals_of_all_leave(
      double limit, double halfWidth, Outcome outcome) {
    SummaryGate gate =
        new SummaryGate(
            "worst",
            target("f1", MinimumSupport.NONE),
            SummaryGate.Summary.WORST,
            Limit.atLeast(limit),
            new Handling(JudgedBy.BOUND, Inconclusive.HOLDS));
    Found found = new Found().uncertain(halfWidth);
    for (int i = 0; i < CANDIDATE.size(); i++) {
      found.add("countries", "f1", new Subject.Group("G" + i), 0.8, CANDIDATE.get(i), 50);
    }
    assertThat(SummaryCheck.of(gate, found).outcome()).isEqualTo(outcome);
  }

  @Test
  void too_few_groups_left_are_undecidable() {
    Check check =
        SummaryCheck.of(summary(SummaryGate.Summary.MEDIAN, 0.1), groups(CANDIDATE.subList(0, 5)));
    assertThat(check.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(check.sentence()).contains("undecidable: 5 left, at least 6 needed");
  }

  @Test
  void groups_below_the_minimum_support_stay_out_of_the_median() {
    Found found = groups(CANDIDATE);
    for (int i = 0; i < 8; i++) {
      found.add("countries", "f1", new Subject.Group("small " + i), 0.5, 0, 3);
    }
    Check check = SummaryCheck.of(summary(SummaryGate.Summary.MEDIAN, 0.84), found);
    assertThat(check.outcome()).isEqualTo(Outcome.PASS);
    assertThat(check.sentence()).contains("over 7, 8 with too little support left out");
  }

  @Test
  void an_undefined_figure_with_enough_support_does_not_pass_in_a_summary() {
    Found found =
        groups(CANDIDATE)
            .undefined("countries", "f1", new Subject.Group("KW"), "nothing predicted", 50);
    Check check = SummaryCheck.of(summary(SummaryGate.Summary.MEDIAN, 0.1), found);
    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check.sentence()).contains("KW: nothing predicted");
  }

  @Test
  void only_one_of_sixteen_regressions_recovers_and_ten_must() {
    Found found = new Found();
    List<String> names = named(16);
    for (String name : names) {
      double gain = name.equals("G0") ? 0.07 : 0.02;
      found.add("countries", "f1", new Subject.Group(name), 0.5, 0.5 + gain, 50);
    }
    Check check = CountCheck.of(count(names, 10, "legacy"), found);
    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check.sentence())
        .isEqualTo(
            "f1 on countries: 1 of 16 gain at least 0.03, 0 with too little support left out;"
                + " at least 10 must: fail");
  }

  @Test
  void a_count_that_reruns_with_other_seeds_may_reach_proves_nothing() {
    List<String> names = named(6);
    Found found = reruns(improved(names, 4), names, 1, 2, 1, 4, 2);
    Check check = CountCheck.of(count(names, 3, "legacy"), found);
    assertThat(check.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(check.sentence())
        .contains(
            "5 reruns of the champion with other seeds reach 1 to 4,"
                + " and one more would stay at or below 4 in 95 of 100 cases");
  }

  @Test
  void a_count_beyond_what_reruns_reach_passes_and_says_so() {
    List<String> names = named(16);
    Found found = reruns(improved(names, 12), names, 1, 2, 0, 3, 2);
    Check check = CountCheck.of(count(names, 10, "legacy"), found);
    assertThat(check.outcome()).isEqualTo(Outcome.PASS);
    assertThat(check.sentence()).contains("5 reruns of the champion with other seeds reach 0 to 3");
  }

  @Test
  void with_too_few_reruns_a_count_is_inconclusive_however_high() {
    List<String> names = named(16);
    for (int[] counts : new int[][] {{}, {0}, {0, 0, 0, 0}}) {
      Check check =
          CountCheck.of(count(names, 10, "legacy"), reruns(improved(names, 16), names, counts));
      assertThat(check.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(check.holds()).isTrue();
      assertThat(check.sentence()).contains("it takes 5 to tell how many improve by chance");
    }
  }

  @Test
  void a_rerun_that_lacks_a_group_is_not_counted() {
    List<String> names = named(16);
    Found found = reruns(improved(names, 16), names, 0, 0, 0, 0);
    found.rerun("countries", improved(named(15), 0));
    assertThat(CountCheck.of(count(names, 10, "legacy"), found).sentence())
        .contains("4 reruns of the champion");
  }

  private static Found reruns(Found found, List<String> names, int... counts) {
    for (int count : counts) {
      found.rerun("countries", improved(names, count));
    }
    return found;
  }

  @Test
  void groups_picked_on_the_judging_holdout_are_undecidable() {
    List<String> names = named(6);
    Check check = CountCheck.of(count(names, 3, "countries"), improved(names, 6));
    assertThat(check.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(check.sentence()).contains("picked on this very holdout");
  }

  @Test
  void a_count_that_unjudged_groups_could_still_reach_is_undecidable() {
    List<String> names = named(6);
    Found found = new Found();
    for (String name : names) {
      found.add("countries", "f1", new Subject.Group(name), 0.5, 0.6, name.equals("G5") ? 2 : 50);
    }
    assertThat(CountCheck.of(count(names, 6, "legacy"), found).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void a_named_group_that_is_missing_fails_the_count() {
    assertThat(CountCheck.of(count(named(7), 1, "legacy"), improved(named(6), 6)).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  private static Found groups(List<Double> candidate) {
    Found found = new Found();
    for (int i = 0; i < candidate.size(); i++) {
      found.add("countries", "f1", new Subject.Group("G" + i), 0.8, candidate.get(i), 50);
    }
    return found;
  }

  private static Found improved(List<String> names, int count) {
    Found found = new Found();
    for (int i = 0; i < names.size(); i++) {
      double gain = i < count ? 0.03 : -0.01;
      found.add("countries", "f1", new Subject.Group(names.get(i)), 0.5, 0.5 + gain, 50);
    }
    return found;
  }

  private static List<String> named(int count) {
    return IntStream.range(0, count).mapToObj(i -> "G" + i).toList();
  }

  private static SummaryGate summary(SummaryGate.Summary summary, double atLeast) {
    return new SummaryGate(
        "typical country",
        target("f1", MinimumSupport.events(10)),
        summary,
        Limit.atLeast(atLeast),
        Handling.DEFAULT);
  }

  private static Target target(String metric, MinimumSupport minimum) {
    return new Target(
        Metric.parse(metric), List.of("countries"), new SubjectSelector.EachGroup(), minimum);
  }

  private static CountGate count(List<String> names, int atLeast, String pickedOn) {
    Target target =
        new Target(
            Metric.parse("f1"),
            List.of("countries"),
            new SubjectSelector.NamedGroups(names, pickedOn),
            MinimumSupport.events(10));
    return new CountGate("regressions recovered", target, 0.03, atLeast, Inconclusive.HOLDS);
  }
}
