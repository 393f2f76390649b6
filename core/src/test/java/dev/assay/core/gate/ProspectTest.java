package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures here rest on 1,000 rows with 100 positives and events. */
class ProspectTest {

  private static final Handling BY_BOUND = new Handling(JudgedBy.BOUND, Inconclusive.HOLDS);

  @Test
  void four_times_the_rows_settle_what_lies_half_an_interval_off_the_limit() {
    Found found = new Found().uncertain(0.02).whole("recent", "f1", 0.8, 0.79);
    Evidence evidence = only(atMostLost(0.02), found);
    assertThat(evidence.standing()).isEqualTo(Standing.INCONCLUSIVE);
    assertThat(evidence.prospect().settledBy()).isEqualTo(new FurtherExamples.Rows(3000, 300, 300));
    assertThat(evidence.note())
        .isEqualTo(
            "the limit lies within the interval;"
                + " about 3000 further rows (300 positives) would settle it");
  }

  @Test
  void with_so_many_rows_the_same_figure_is_indeed_decided() {
    Found few = new Found().uncertain(0.02).whole("recent", "f1", 0.8, 0.773);
    FurtherExamples settledBy = only(atMostLost(0.02), few).prospect().settledBy();
    double rows = 1000 + ((FurtherExamples.Rows) settledBy).rows();
    Found many =
        new Found().uncertain(0.02 * Math.sqrt(1000 / rows)).whole("recent", "f1", 0.8, 0.773);
    assertThat(only(atMostLost(0.02), many).standing()).isEqualTo(Standing.FAIL);
    Found almost =
        new Found()
            .uncertain(0.02 * Math.sqrt(1000 / (rows - 100)))
            .whole("recent", "f1", 0.8, 0.773);
    assertThat(only(atMostLost(0.02), almost).standing()).isEqualTo(Standing.INCONCLUSIVE);
  }

  @Test
  void a_figure_on_the_limit_is_settled_by_no_number() {
    Found found = new Found().whole("recent", "f1", 0.8, 0.78);
    assertThat(only(atMostLost(0.02), found).prospect().settledBy())
        .isEqualTo(new FurtherExamples.Unknown("the figure lies on the limit"));
  }

  @Test
  void the_sentence_says_what_would_settle_it() {
    Found found = new Found().uncertain(0.02).whole("recent", "f1", 0.8, 0.79);
    assertThat(LimitCheck.of(atMostLost(0.02), found).sentence())
        .endsWith(
            "may lose at most 0.02; the limit lies within the interval;"
                + " about 3000 further rows (300 positives) would settle it: inconclusive");
  }

  @Test
  void one_of_many_needs_more_than_one_alone() {
    FurtherExamples.Rows alone = missing(0);
    assertThat(missing(40).rows()).isGreaterThan(alone.rows() + 1000);
  }

  /** What settles a loss of 0.012 beside others that lost nothing. */
  private static FurtherExamples.Rows missing(int others) {
    Found found = new Found().uncertain(0.014);
    for (int i = 0; i < others; i++) {
      found.add("countries", "f1", new Subject.Group("C" + i), 0.5, 0.6, 30);
    }
    found.add("countries", "f1", new Subject.Group("SY"), 0.5, 0.488, 30);
    Target groups =
        new Target(
            Metric.parse("f1"),
            List.of("countries"),
            new SubjectSelector.EachGroup(),
            MinimumSupport.NONE);
    ChangeGate gate = new ChangeGate("kept", groups, ChangeLimit.loseAtMost(0), BY_BOUND);
    Evidence evidence = LimitCheck.of(gate, found).evidence().getLast();
    assertThat(evidence.standing()).isEqualTo(Standing.INCONCLUSIVE);
    return (FurtherExamples.Rows) evidence.prospect().settledBy();
  }

  @Test
  void what_is_decided_asks_for_no_examples_and_says_what_it_could_have_shown() {
    Found found = new Found().uncertain(0.0196).whole("recent", "f1", 0.8, 0.85);
    Prospect prospect = only(atMostLost(0.02), found).prospect();
    assertThat(prospect.settledBy()).isInstanceOf(FurtherExamples.Unknown.class);
    assertThat(prospect.detectable().orThrow()).isBetween(0.028, 0.0283);
  }

  @Test
  void a_scarce_label_says_what_effect_its_support_could_show() {
    Found found =
        new Found().uncertain(0.196).add("test", "f1", new Subject.Label("csam"), 0.9, 0.2, 4);
    Target labels =
        new Target(
            Metric.parse("f1"),
            List.of("test"),
            new SubjectSelector.NamedLabels("tier 1", List.of("csam")),
            MinimumSupport.events(10));
    ChangeGate gate = new ChangeGate("kept", labels, ChangeLimit.loseAtMost(0.02), BY_BOUND);
    Evidence evidence = LimitCheck.of(gate, found).evidence().getFirst();
    assertThat(evidence.standing()).isEqualTo(Standing.TOO_LITTLE_SUPPORT);
    assertThat(evidence.prospect().detectable().orThrow()).isBetween(0.28, 0.283);
  }

  @Test
  void too_few_groups_need_more_groups_rather_than_rows() {
    Found found = new Found();
    for (int i = 0; i < 4; i++) {
      found.add("countries", "f1", new Subject.Group("C" + i), 0.5, 0.6, 30);
    }
    assertThat(summed(found, Limit.atLeast(0.5)).prospect().settledBy())
        .isEqualTo(new FurtherExamples.Subjects(2));
  }

  @Test
  void an_undecided_mean_needs_more_groups() {
    Found found = new Found();
    for (int i = 0; i < 16; i++) {
      found.add("countries", "f1", new Subject.Group("C" + i), 0.5, 0.55 + 0.02 * i, 30);
    }
    Evidence evidence = summed(found, Limit.atLeast(0.68));
    assertThat(evidence.standing()).isEqualTo(Standing.INCONCLUSIVE);
    assertThat(evidence.prospect().settledBy()).isInstanceOf(FurtherExamples.Subjects.class);
    assertThat(evidence.note()).contains("further subjects with enough support would settle it");
  }

  @Test
  void without_an_interval_nothing_is_promised() {
    Evidence evidence =
        only(
            atMostLost(0.02),
            new Found().undefined("recent", "f1", new Subject.Whole(), "no positive", 0));
    assertThat(evidence.prospect().settledBy()).isInstanceOf(FurtherExamples.Unknown.class);
    assertThat(evidence.prospect().detectable()).isEqualTo(MetricValue.undefined("no positive"));
  }

  private static Evidence summed(Found found, Limit limit) {
    Target groups =
        new Target(
            Metric.parse("f1"),
            List.of("countries"),
            new SubjectSelector.EachGroup(),
            MinimumSupport.NONE);
    SummaryGate gate =
        new SummaryGate("typical", groups, SummaryGate.Summary.MEAN, limit, BY_BOUND);
    return SummaryCheck.of(gate, found).evidence().getFirst();
  }

  private static Evidence only(ChangeGate gate, Found found) {
    return LimitCheck.of(gate, found).evidence().getFirst();
  }

  private static ChangeGate atMostLost(double by) {
    return new ChangeGate(
        "kept", Target.whole(Metric.parse("f1"), "recent"), ChangeLimit.loseAtMost(by), BY_BOUND);
  }
}
