package dev.assay.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.gate.MinimumSupport;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SupportNeededTest {

  private static final LabelSchema RAIN = LabelSchema.binary("rain");
  private static final double EFFECT = 0.05;

  @Test
  void with_as_many_events_as_are_asked_for_the_effect_is_told_from_none_in_80_percent() {
    double spread = 0.6;
    int pilot = 30;
    double halfWidth = 1.96 * spread / Math.sqrt(pilot);

    LabelNeed need = need(group("KW", pilot, -halfWidth, halfWidth), MinimumSupport.NONE);

    long events = ((Needed.Events) need.needed()).events();
    Random random = new Random(5);
    int detected = 0;
    int repetitions = 20_000;
    double error = spread / Math.sqrt((double) events);
    for (int i = 0; i < repetitions; i++) {
      double estimate = EFFECT + error * random.nextGaussian();
      detected += estimate - 1.96 * error > 0 ? 1 : 0;
    }
    assertThat((double) detected / repetitions).isCloseTo(0.8, within(0.015));
    assertThat(((Needed.Events) need.needed()).more()).isEqualTo(events - pilot);
    assertThat(need.why()).isEqualTo(LabelNeed.Why.INCONCLUSIVE);
  }

  @Test
  void half_the_effect_takes_four_times_the_events() {
    RecordedFigure figure = group("KW", 400, -0.4, 0.4);

    long whole = events(needs(0.10, List.of(figure), MinimumSupport.NONE).getFirst());
    long half = events(needs(0.05, List.of(figure), MinimumSupport.NONE).getFirst());

    assertThat((double) half / whole).isCloseTo(4, within(0.01));
  }

  @Test
  void a_figure_that_tells_a_difference_or_could_show_the_effect_needs_nothing() {
    assertThat(needs(EFFECT, List.of(group("IR", 200, 0.02, 0.2)), MinimumSupport.NONE)).isEmpty();
    assertThat(needs(EFFECT, List.of(group("IR", 200, -0.02, 0.03)), MinimumSupport.NONE))
        .isEmpty();
  }

  @Test
  void below_the_minimum_support_at_least_that_is_asked_for_whatever_the_interval_says() {
    RecordedFigure told = group("KW", 4, 0.1, 0.9);

    LabelNeed need = need(told, MinimumSupport.events(10));

    assertThat(need.why()).isEqualTo(LabelNeed.Why.BELOW_MINIMUM);
    assertThat(need.needed()).isEqualTo(new Needed.Events(10, 6));
    // Twelve positives in four events: 24 positives come with eight of them.
    assertThat(need(told, MinimumSupport.positives(24)).needed())
        .isEqualTo(new Needed.Events(8, 4));
    assertThat(needs(EFFECT, List.of(told), MinimumSupport.events(4))).isEmpty();
  }

  @Test
  void without_an_interval_nobody_can_tell_and_it_stands_first() {
    RecordedFigure undefined =
        new RecordedFigure(
            "countries",
            "f1",
            new Subject.Group("OM"),
            IntervalValue.undefined("no positive in 17 rows"),
            new Support(17, 0, 0));
    RecordedFigure wide = group("AM", 5, -0.5, 0.5);

    List<LabelNeed> needs = needs(EFFECT, List.of(wide, undefined), MinimumSupport.events(1));

    assertThat(needs)
        .extracting(need -> need.figure().subject().toString())
        .containsExactly("OM", "AM");
    assertThat(needs.getFirst().needed()).isEqualTo(new Needed.Unknown("no positive in 17 rows"));
    assertThat(needs.getFirst().why()).isEqualTo(LabelNeed.Why.BELOW_MINIMUM);
  }

  @Test
  void an_interval_without_width_is_believed_from_three_by_the_effect_events_on() {
    LabelNeed need = need(group("KW", 5, 0, 0), MinimumSupport.NONE);

    assertThat(need.why()).isEqualTo(LabelNeed.Why.WITHOUT_SPREAD);
    assertThat(need.needed()).isEqualTo(new Needed.Events(60, 55));
    assertThat(needs(EFFECT, List.of(group("KW", 60, 0, 0)), MinimumSupport.NONE)).isEmpty();
    // Of 60 events a share of 0.05 stays unseen about once in 20 times.
    assertThat(Math.pow(1 - EFFECT, 60)).isCloseTo(0.05, within(0.005));
  }

  @Test
  void all_rows_of_one_label_are_looked_at_by_f1_and_slices_not_at_all() {
    List<RecordedFigure> figures =
        List.of(
            figure("f1", new Subject.Whole(), 30, -0.4, 0.4),
            figure("precision", new Subject.Whole(), 30, -0.4, 0.4),
            figure("f1", new Subject.Slice("coast", "north"), 30, -0.4, 0.4),
            figure("positive_rate", new Subject.Group("KW"), 30, -0.4, 0.4));

    assertThat(needs(EFFECT, figures, MinimumSupport.NONE))
        .extracting(LabelNeed::figure)
        .containsExactly(figures.getFirst());
  }

  @Test
  void an_effect_is_a_difference_between_0_and_1() {
    for (double effect : List.of(0.0, -0.1, 1.0, Double.NaN)) {
      assertThatThrownBy(() -> new SupportNeeded(effect, figure -> List.of()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("--effect");
    }
  }

  private static long events(LabelNeed need) {
    return ((Needed.Events) need.needed()).events();
  }

  private static LabelNeed need(RecordedFigure figure, MinimumSupport minimum) {
    return needs(EFFECT, List.of(figure), minimum).getFirst();
  }

  private static List<LabelNeed> needs(
      double effect, List<RecordedFigure> figures, MinimumSupport minimum) {
    return new SupportNeeded(effect, figure -> List.of(minimum)).needs(figures, RAIN);
  }

  private static RecordedFigure group(String group, long events, double low, double high) {
    return figure("f1", new Subject.Group(group), events, low, high);
  }

  private static RecordedFigure figure(
      String metric, Subject subject, long events, double low, double high) {
    return new RecordedFigure(
        "countries",
        metric,
        subject,
        IntervalValue.of(new Interval(low, high, 0.95, Interval.Method.BOOTSTRAP)),
        new Support(10 * events, 3 * events, events));
  }
}
