package dev.assay.data.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.parts.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HoldoutCutTest {

  private static final LocalDate AS_OF = LocalDate.ofEpochDay(99);

  @Test
  void a_rolling_holdout_and_the_horizon_before_it_leave_training_to_the_day() {
    HoldoutCut cut =
        HoldoutCut.of(days(0, 99), AS_OF, 7, List.of(new HoldoutDefinition.Rolling("recent", 60)));

    Holdout recent = cut.holdouts().get(0);
    assertThat(ids(recent.examples())).isEqualTo(range("DE", 40, 99));
    assertThat(recent.takenFromTraining()).isEqualTo(60);
    assertThat(recent.purgedFromTraining()).isEqualTo(7);
    assertThat(trainingIds(days(0, 99), cut)).isEqualTo(range("DE", 0, 32));
  }

  @Test
  void without_a_horizon_nothing_is_purged() {
    HoldoutCut cut =
        HoldoutCut.of(days(0, 99), AS_OF, 0, List.of(new HoldoutDefinition.Rolling("recent", 60)));

    assertThat(trainingIds(days(0, 99), cut)).isEqualTo(range("DE", 0, 39));
  }

  @Test
  void around_a_frozen_row_its_group_is_purged_on_both_sides_and_other_groups_stay() {
    Rows rows = new Rows();
    for (int day = 0; day < 100; day++) {
      rows.add("DE/" + day, "DE", day, day % 2).add("FR/" + day, "FR", day, day % 2);
    }
    Dataset frozen = new Rows().add("DE/50", "DE", 50, 1).dataset();
    HoldoutCut cut = HoldoutCut.of(rows.dataset(), AS_OF, 7, List.of(frozen(frozen)));

    Set<String> training = trainingIds(rows.dataset(), cut);
    assertThat(training).containsAll(range("FR", 0, 99));
    assertThat(training).containsAll(range("DE", 0, 42)).containsAll(range("DE", 58, 99));
    assertThat(training).doesNotContainAnyElementsOf(range("DE", 43, 57)).hasSize(185);
    assertThat(cut.holdouts().get(0).takenFromTraining()).isEqualTo(1);
    assertThat(cut.holdouts().get(0).purgedFromTraining()).isEqualTo(14);
  }

  @Test
  void without_a_group_rows_of_all_are_purged_around_a_frozen_row() {
    Dataset data = ungrouped(0, 99);
    Dataset frozen = new Rows().withoutGroup().add("elsewhere", "", 50, 1).dataset();

    HoldoutCut cut = HoldoutCut.of(data, AS_OF, 3, List.of(frozen(frozen)));

    assertThat(trainingIds(data, cut)).hasSize(93).doesNotContainAnyElementsOf(range("DE", 47, 53));
    assertThat(cut.holdouts().get(0).takenFromTraining()).isZero();
  }

  @Property(tries = 50, seed = "20260531")
  void no_training_row_is_in_a_holdout_or_within_its_horizon(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int horizon) {
    Random random = new Random(seed);
    Rows rows = new Rows();
    Rows old = new Rows();
    for (int i = 0; i < 300; i++) {
      String group = "g" + random.nextInt(5);
      Rows.Row row = Rows.row("id" + i, group, random.nextInt(100), i % 2);
      rows.add(row);
      if (random.nextInt(12) == 0) {
        old.add(row);
      }
    }
    old.add("gone", "g0", 30, 1);
    Dataset data = rows.dataset();
    HoldoutCut cut =
        HoldoutCut.of(
            data,
            AS_OF,
            horizon,
            List.of(new HoldoutDefinition.Rolling("recent", 20), frozen(old.dataset())));

    int counted = cut.trainingRows().length;
    for (Holdout holdout : cut.holdouts()) {
      counted += holdout.purgedFromTraining() + holdout.takenFromTraining();
      Dataset held = holdout.examples();
      for (int row : cut.trainingRows()) {
        for (int other = 0; other < held.size(); other++) {
          boolean sameGroup =
              data.attributes()
                  .group()
                  .orElseThrow()
                  .value(row)
                  .equals(held.attributes().group().orElseThrow().value(other));
          long distance = Math.abs(day(data, row) - day(held, other));
          assertThat(sameGroup && distance <= horizon).isFalse();
        }
      }
    }
    assertThat(counted - cut.holdouts().get(1).sharedRows()).isEqualTo(data.size());
  }

  @Test
  void a_row_may_be_in_two_holdouts_and_is_counted() {
    Dataset frozen = days(90, 95);
    HoldoutCut cut =
        HoldoutCut.of(
            days(0, 99),
            AS_OF,
            7,
            List.of(new HoldoutDefinition.Rolling("recent", 20), frozen(frozen)));

    assertThat(cut.holdouts().get(0).sharedRows()).isZero();
    assertThat(cut.holdouts().get(1).sharedRows()).isEqualTo(6);
    assertThat(cut.holdouts().get(1).examples().size()).isEqualTo(6);
  }

  @Test
  void rows_without_a_known_label_are_left_out_of_the_holdout_and_of_training() {
    Dataset data = days(0, 99);
    Dataset masked =
        data.withLabels(data.labels().withUnknown(IntStream.rangeClosed(93, 99).toArray()));

    HoldoutCut cut =
        HoldoutCut.of(masked, AS_OF, 7, List.of(new HoldoutDefinition.Rolling("recent", 60)));

    assertThat(ids(cut.holdouts().get(0).examples())).isEqualTo(range("DE", 40, 92));
    assertThat(cut.holdouts().get(0).unknownRows()).isEqualTo(7);
    assertThat(trainingIds(masked, cut)).isEqualTo(range("DE", 0, 32));
  }

  @Test
  void all_holdouts_that_cannot_be_cut_are_told_at_once() {
    Dataset data = new Rows().withoutTime().add("a", "g", 0, 1).dataset();
    Dataset other = new Rows().withoutTime().add(Rows.row("b", "g", 0, 1, 4f)).dataset();

    assertThatThrownBy(
            () ->
                HoldoutCut.of(
                    data,
                    AS_OF,
                    7,
                    List.of(new HoldoutDefinition.Rolling("recent", 60), frozen(other))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holdout 'recent'")
        .hasMessageContaining("time column")
        .hasMessageContaining("holdout 'legacy'")
        .hasMessageContaining("features");
  }

  @Test
  void a_holdout_without_a_labelled_row_is_refused() {
    Dataset rows = days(0, 20);
    Dataset unlabelled =
        rows.withLabels(rows.labels().withUnknown(IntStream.range(0, rows.size()).toArray()));

    assertThatThrownBy(() -> cut(unlabelled, LocalDate.ofEpochDay(20)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holdout 'recent'")
        .hasMessageContaining("known label");
  }

  @Test
  void a_rolling_holdout_after_all_rows_is_refused_with_the_days_of_both() {
    assertThatThrownBy(() -> cut(days(0, 20), LocalDate.ofEpochDay(80)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no row is in its days, 1970-01-22 to 1970-03-22")
        .hasMessageContaining("the days of the data are 1970-01-01 to 1970-01-21");
    assertThat(cut(days(0, 20), LocalDate.ofEpochDay(79)).holdouts()).hasSize(1);
  }

  private static HoldoutCut cut(Dataset rows, LocalDate asOf) {
    return HoldoutCut.of(rows, asOf, 7, List.of(new HoldoutDefinition.Rolling("recent", 60)));
  }

  private static HoldoutDefinition frozen(Dataset examples) {
    return new HoldoutDefinition.Frozen("legacy", examples, "0".repeat(64));
  }

  private static Dataset days(int first, int last) {
    Rows rows = new Rows();
    for (int day = first; day <= last; day++) {
      rows.add("DE/" + day, "DE", day, day % 2 == 0 ? Labels.POSITIVE : Labels.NEGATIVE);
    }
    return rows.dataset();
  }

  private static Dataset ungrouped(int first, int last) {
    Rows rows = new Rows().withoutGroup();
    for (int day = first; day <= last; day++) {
      rows.add("DE/" + day, "DE", day, day % 2);
    }
    return rows.dataset();
  }

  private static long day(Dataset dataset, int row) {
    return dataset.attributes().time().orElseThrow().epochDay(row);
  }

  private static Set<String> trainingIds(Dataset data, HoldoutCut cut) {
    return ids(data.select(cut.trainingRows()));
  }

  private static Set<String> ids(Dataset dataset) {
    return Set.copyOf(dataset.attributes().ids());
  }

  private static Set<String> range(String group, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(day -> group + "/" + day)
        .collect(Collectors.toSet());
  }
}
