package dev.assay.data.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.parts.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PriorExplanationTest {

  private static final LocalDate SPLIT = LocalDate.ofEpochDay(50);

  @Property(tries = 100, seed = "20260531")
  void every_decomposition_sums_to_the_change(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(300);
    List<String> groups = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    long[] seconds = new long[n];
    byte[] states = new byte[n];
    for (int i = 0; i < n; i++) {
      long day = i == 0 ? 10 : i == 1 ? 60 : random.nextInt(100);
      groups.add(random.nextInt(20) == 0 ? null : "g" + (random.nextInt(6) + day / 20));
      sources.add(day < 40 ? "one" : random.nextBoolean() ? "one" : "two");
      seconds[i] = day * TimeColumn.DAY;
      states[i] = (byte) (i < 2 ? i : random.nextInt(3) - 1);
    }
    Dataset dataset = dataset(groups, sources, seconds, states);

    PriorExplanation explanation = PriorExplanation.of(dataset, "incident", 7, SPLIT);

    double change = explanation.change();
    assertThat(explanation.sources().stream().mapToDouble(Contribution::total).sum())
        .isCloseTo(change, within(1e-12));
    GroupEffect groupEffect = explanation.groups().orElseThrow();
    assertThat(groupEffect.contributions().stream().mapToDouble(Contribution::total).sum())
        .isCloseTo(change, within(1e-12));
    assertThat(groupEffect.mix() + groupEffect.within() + groupEffect.added() + groupEffect.gone())
        .isCloseTo(change, within(1e-12));
    assertThat(explanation.events().frequency() + explanation.events().length())
        .isCloseTo(change, within(1e-12));
    assertThat(explanation.months().stream().map(MonthlyRate::rate).reduce(Rate::plus))
        .contains(explanation.before().plus(explanation.after()));
  }

  @Test
  void rates_that_moved_within_sources_are_told_from_a_moved_mix() {
    Dataset mixMoved = sources(900, 0.1, 100, 0.8, 500, 0.1, 500, 0.8);
    Dataset ratesMoved = sources(500, 0.1, 500, 0.1, 500, 0.6, 500, 0.6);

    List<Contribution> mix = PriorExplanation.of(mixMoved, "incident", 0, SPLIT).sources();
    List<Contribution> rates = PriorExplanation.of(ratesMoved, "incident", 0, SPLIT).sources();

    assertThat(mix.stream().mapToDouble(Contribution::mix).sum()).isCloseTo(0.28, within(1e-9));
    assertThat(mix.stream().mapToDouble(Contribution::within).sum()).isCloseTo(0, within(1e-9));
    assertThat(rates.stream().mapToDouble(Contribution::mix).sum()).isCloseTo(0, within(1e-9));
    assertThat(rates.stream().mapToDouble(Contribution::within).sum()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void new_groups_get_what_they_brought() {
    Rows rows = new Rows();
    for (int day = 0; day < 100; day++) {
      rows.add("DE/" + day, "DE", day, 0);
      if (day >= 50) {
        rows.add("XX/" + day, "XX", day, 1);
      }
    }
    GroupEffect groups =
        PriorExplanation.of(rows.dataset(), "incident", 0, SPLIT).groups().orElseThrow();

    assertThat(groups.addedGroups()).isEqualTo(1);
    assertThat(groups.goneGroups()).isZero();
    assertThat(groups.within()).isZero();
    assertThat(groups.added() + groups.mix()).isCloseTo(0.5, within(1e-12));
    assertThat(groups.added()).isPositive();
    assertThat(groups.contributions()).extracting(Contribution::level).contains("DE", "XX");
  }

  @Test
  void longer_events_and_more_events_are_told_apart() {
    // Four events of two days before; four of six days after.
    EventEffect longer = events(List.of(4, 14, 24, 34), 2, List.of(54, 64, 74, 84), 6);
    // Two events of three days before; four of three days after.
    EventEffect more = events(List.of(4, 24), 3, List.of(54, 64, 74, 84), 3);

    assertThat(longer.frequency()).isCloseTo(0, within(1e-12));
    assertThat(longer.length()).isCloseTo(16 / 50.0, within(1e-12));
    assertThat(longer.after().oncePerEvent()).isEqualTo(new Rate(50, 4));
    assertThat(longer.after().meanLength()).isEqualTo(6);
    assertThat(more.length()).isCloseTo(0, within(1e-12));
    assertThat(more.frequency()).isCloseTo(6 / 50.0, within(1e-12));
  }

  @Test
  void a_run_of_days_shrinks_and_grows_with_the_horizon() {
    // One incident: positive on days 60 to 66 under a horizon of 7, so its first day is 67.
    Rows rows = new Rows();
    for (int day = 0; day < 100; day++) {
      rows.add("DE/" + day, "DE", day, day >= 60 && day <= 66 ? 1 : 0);
    }
    List<HorizonRates> horizons =
        PriorExplanation.of(rows.dataset(), "incident", 7, SPLIT).horizons();

    assertThat(horizons).extracting(HorizonRates::days).containsExactly(1, 3, 7, 14, 30);
    assertThat(horizons)
        .extracting(rates -> rates.after().positives())
        .containsExactly(1L, 3L, 7L, 14L, 17L);
    assertThat(horizons)
        .extracting(rates -> rates.before().positives())
        .containsExactly(0L, 0L, 0L, 0L, 13L);
  }

  @Test
  void the_later_period_is_the_last_ninety_days_unless_said_otherwise() {
    Rows rows = new Rows();
    for (int day = 0; day < 200; day++) {
      rows.add("DE/" + day, "DE", day, day >= 110 ? 1 : 0);
    }
    PriorExplanation explanation = PriorExplanation.of(rows.dataset(), "incident", 0);

    assertThat(explanation.split()).isEqualTo(LocalDate.ofEpochDay(110));
    assertThat(explanation.after()).isEqualTo(new Rate(90, 90));
    assertThat(explanation.horizons()).isEmpty();
    assertThat(explanation.inWords().get(0)).contains("+100.0 points", "1970-04-21");
  }

  @Test
  void data_without_time_or_with_an_empty_period_is_refused() {
    Dataset timeless = new Rows().withoutTime().add("a", "g", 0, 1).dataset();
    Dataset early = new Rows().add("a", "g", 0, 1).dataset();

    assertThatThrownBy(() -> PriorExplanation.of(timeless, "incident", 7, SPLIT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("time column");
    assertThatThrownBy(() -> PriorExplanation.of(early, "incident", 7, SPLIT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("on or after 1970-02-20");
  }

  @Test
  void the_interval_of_a_rate_is_the_one_in_the_literature() {
    // Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I: 15 of 148.
    assertThat(new Rate(148, 15).wilsonLow()).isCloseTo(0.0624, within(5e-5));
    assertThat(new Rate(148, 15).wilsonHigh()).isCloseTo(0.1605, within(5e-5));
    assertThat(new Rate(20, 0).wilsonLow()).isZero();
    assertThat(new Rate(20, 0).wilsonHigh()).isCloseTo(0.1611, within(5e-5));
  }

  private static EventEffect events(
      List<Integer> before, int lengthBefore, List<Integer> after, int lengthAfter) {
    Rows rows = new Rows();
    for (int day = 0; day < 100; day++) {
      int today = day;
      boolean positive =
          before.stream().anyMatch(start -> today >= start && today < start + lengthBefore)
              || after.stream().anyMatch(start -> today >= start && today < start + lengthAfter);
      rows.add("DE/" + day, "DE", day, positive ? 1 : 0);
    }
    return PriorExplanation.of(rows.dataset(), "incident", 0, SPLIT).events();
  }

  /** Rows and rates of sources one and two before, then after. */
  private static Dataset sources(double... rowsAndRates) {
    List<String> sources = new ArrayList<>();
    List<Long> days = new ArrayList<>();
    List<Byte> states = new ArrayList<>();
    for (int i = 0; i < rowsAndRates.length; i += 2) {
      for (int row = 0; row < rowsAndRates[i]; row++) {
        sources.add(i % 4 == 0 ? "one" : "two");
        days.add(i < 4 ? 0L : 60L);
        states.add((byte) (row < Math.round(rowsAndRates[i] * rowsAndRates[i + 1]) ? 1 : 0));
      }
    }
    byte[] column = new byte[states.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = states.get(i);
    }
    long[] seconds = days.stream().mapToLong(day -> day * TimeColumn.DAY).toArray();
    return dataset(sources, sources, seconds, column);
  }

  private static Dataset dataset(
      List<String> groups, List<String> sources, long[] seconds, byte[] states) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      ids.add("id" + i);
    }
    Attributes attributes =
        Attributes.of(ids)
            .group(CategoricalColumn.of(groups))
            .source(CategoricalColumn.of(sources))
            .time(TimeColumn.takeOver(seconds))
            .build();
    return new Dataset(
        attributes,
        Labels.ofColumns(LabelSchema.binary("incident"), new byte[][] {states}),
        Map.of());
  }
}
