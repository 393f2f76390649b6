package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.comparison.Compared;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every difference here has a standard error of 0.0051, so that 0.02 is 3.9 of them. */
class RegressionsTest {

  @Test
  void the_same_loss_is_called_among_few_and_not_among_many() {
    assertThat(among(unchanged(9).add("test", "f1", cell(9), 0.8, 0.786, 50)).called())
        .extracting(loss -> loss.compared().question().subject())
        .containsExactly(cell(9));
    Regressions amongMany = among(unchanged(164).add("test", "f1", cell(164), 0.8, 0.786, 50));
    assertThat(amongMany.judged()).isEqualTo(165);
    assertThat(amongMany.called()).isEmpty();
  }

  @Test
  void gains_are_never_called_and_do_not_hide_a_loss() {
    Found found = new Found();
    for (int i = 0; i < 30; i++) {
      found.add("test", "f1", cell(i), 0.8, 0.9, 50);
    }
    assertThat(among(found).called()).isEmpty();
    Regressions one = among(found.add("test", "f1", cell(30), 0.8, 0.7, 50));
    assertThat(one.called()).hasSize(1);
    assertThat(one.called().getFirst().holm()).isLessThan(1e-6);
  }

  @Test
  void where_lower_is_better_a_rise_is_the_loss() {
    Found found = new Found().add("test", "brier", cell(0), 0.1, 0.13, 50);
    assertThat(among(found.add("test", "brier", cell(1), 0.1, 0.07, 50)).called())
        .extracting(loss -> loss.compared().question().subject())
        .containsExactly(cell(0));
  }

  @Test
  void several_small_losses_are_worth_a_look_though_none_is_called() {
    Found found = unchanged(90);
    for (int i = 0; i < 10; i++) {
      found.add("test", "f1", cell(100 + i), 0.8, 0.786, 50);
    }
    Regressions regressions = among(found);
    assertThat(regressions.called()).isEmpty();
    assertThat(regressions.worthALook()).hasSize(10);
    assertThat(regressions.worthALook())
        .allMatch(loss -> loss.falseDiscovery() <= 0.1 && loss.holm() > 0.05);
  }

  @Test
  void what_lacks_support_is_listed_with_the_effect_that_it_could_show() {
    Found found = unchanged(3).add("test", "f1", cell(7), 0.8, 0.2, 4);
    Regressions regressions =
        Regressions.among(
            found.comparison("test").orElseThrow().figures(), MinimumSupport.events(10));
    assertThat(regressions.called()).isEmpty();
    assertThat(regressions.judged()).isEqualTo(3);
    Regressions.Unshown unshown = regressions.unshown().getFirst();
    assertThat(unshown.reason()).isEqualTo("4 events");
    assertThat(unshown.detectable().orThrow()).isBetween(0.0143, 0.0145);
  }

  @Test
  void the_gate_fails_for_a_called_regression_and_names_it() {
    Found found = unchanged(164).add("test", "f1", cell(164), 0.8, 0.7, 50);
    Check check = RegressionCheck.of(gate(MinimumSupport.NONE), found);
    assertThat(check.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(check.sentence())
        .isEqualTo(
            "f1 of each label in each language on test may not regress (165 judged, 5% in all):"
                + " 164 of 165 pass; failing: threat where language = L164 -0.100: fail");
  }

  @Test
  void the_gate_passes_where_no_loss_stands_out_and_says_what_is_worth_a_look() {
    assertThat(RegressionCheck.of(gate(MinimumSupport.NONE), unchanged(20)).outcome())
        .isEqualTo(Outcome.PASS);
    Found found = unchanged(90);
    for (int i = 0; i < 10; i++) {
      found.add("test", "f1", cell(100 + i), 0.8, 0.786, 50);
    }
    Check check = RegressionCheck.of(gate(MinimumSupport.NONE), found);
    assertThat(check.outcome()).isEqualTo(Outcome.PASS);
    assertThat(check.evidence().getLast().note()).startsWith("worth a look");
  }

  @Test
  void a_gate_with_too_little_support_everywhere_is_undecidable() {
    Check check = RegressionCheck.of(gate(MinimumSupport.events(100)), unchanged(5));
    assertThat(check.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(check.evidence()).allMatch(row -> row.standing() == Standing.TOO_LITTLE_SUPPORT);
  }

  @Test
  void a_cell_that_is_undefined_for_both_sides_is_not_judged() {
    Found found = unchanged(3).undefined("test", "f1", cell(5), "no positive in 3 rows", 0);
    Check check = RegressionCheck.of(gate(MinimumSupport.NONE), found);
    assertThat(check.outcome()).isEqualTo(Outcome.PASS);
    assertThat(check.evidence().getLast().note())
        .isEqualTo("no effect would show: no positive in 3 rows");
  }

  @Test
  void nothing_compared_fails() {
    assertThat(RegressionCheck.of(gate(MinimumSupport.NONE), new Found()).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void a_new_label_cannot_regress() {
    Found found = unchanged(3).newLabel("scam");
    found.add("test", "f1", new Subject.LabelInSlice("scam", "language", "L0"), 0.8, 0.1, 50);
    Check check = RegressionCheck.of(gate(MinimumSupport.NONE), found);
    assertThat(check.outcome()).isEqualTo(Outcome.PASS);
    assertThat(check.evidence().getLast().standing()).isEqualTo(Standing.WITHOUT_CHAMPION);
  }

  @Test
  void a_metric_that_is_neither_good_nor_bad_cannot_regress() {
    Target rate = Target.whole(Metric.parse("positive_rate"), "test");
    assertThatThrownBy(() -> new RegressionGate("rate", rate, Inconclusive.HOLDS))
        .hasMessageContaining("bound its value");
  }

  @Test
  void each_label_in_each_level_is_every_level_where_there_is_one_label() {
    SubjectSelector selector = new SubjectSelector.EachLabelInLevels("language");
    Subject level = new Subject.Slice("language", "L0");
    assertThat(selector.select(List.of(new Subject.Whole(), level, cell(0))))
        .containsExactly(cell(0));
    assertThat(selector.select(List.of(new Subject.Whole(), level))).containsExactly(level);
    assertThat(selector.select(List.of(new Subject.LabelInSlice("spam", "other", "X")))).isEmpty();
  }

  private static Regressions among(Found found) {
    List<Compared> figures = found.comparison("test").orElseThrow().figures();
    return Regressions.among(figures, MinimumSupport.NONE);
  }

  private static Found unchanged(int cells) {
    Found found = new Found();
    for (int i = 0; i < cells; i++) {
      found.add("test", "f1", cell(i), 0.8, 0.8, 50);
    }
    return found;
  }

  private static Subject cell(int level) {
    return new Subject.LabelInSlice("threat", "language", "L" + level);
  }

  private static RegressionGate gate(MinimumSupport minimum) {
    Target target =
        new Target(
            Metric.parse("f1"),
            List.of("test"),
            new SubjectSelector.EachLabelInLevels("language"),
            minimum);
    return new RegressionGate("no regression", target, Inconclusive.HOLDS);
  }
}
