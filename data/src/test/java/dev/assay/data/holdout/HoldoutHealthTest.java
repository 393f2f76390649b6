package dev.assay.data.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.data.parts.Rows;
import dev.assay.data.prior.Rate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HoldoutHealthTest {

  private static final LocalDate AS_OF = LocalDate.of(2026, 5, 31);

  @Test
  void a_frozen_set_from_before_a_surge_is_called_old_and_unlike_today() {
    Dataset old = rows(LocalDate.of(2025, 10, 1), 120, 0.07, 0, 1);
    Dataset all = rows(AS_OF.minusDays(199), 200, 0.6, 2, 2);

    HoldoutHealth health = HoldoutHealth.of(holdout(old), all, all, AS_OF, 21);

    assertThat(health.ageDays()).hasValue(123);
    assertThat(health.warnings())
        .hasSize(4)
        .anySatisfy(warning -> assertThat(warning).contains("123 days old"))
        .anySatisfy(
            warning -> assertThat(warning).contains("'incident' is positive in", "last 90 days"))
        .anySatisfy(warning -> assertThat(warning).contains("1 of 2 features", "x1"))
        .anySatisfy(warning -> assertThat(warning).contains("21 other candidates"));
    assertThat(health.drift().get(0).feature()).isEqualTo("x1");
    assertThat(health.drift().get(0).psi()).isGreaterThan(0.25);
    assertThat(health.drift().get(1).psi()).isLessThan(0.1);
    assertThat(health.medianDrift().orElseThrow())
        .isEqualTo((health.drift().get(0).psi() + health.drift().get(1).psi()) / 2);
  }

  @Test
  void a_recent_set_of_the_same_kind_raises_no_warning() {
    Dataset all = rows(AS_OF.minusDays(199), 200, 0.3, 0, 3);
    Dataset same = rows(AS_OF.minusDays(59), 60, 0.3, 0, 4);

    HoldoutHealth health = HoldoutHealth.of(holdout(same), all, all, AS_OF, 0);

    assertThat(health.warnings()).isEmpty();
    assertThat(health.ageDays()).hasValue(0);
  }

  @Test
  void months_of_training_and_holdout_stand_side_by_side() {
    Dataset old = rows(LocalDate.of(2026, 1, 31), 2, 0, 0, 5);
    Dataset all = rows(LocalDate.of(2026, 3, 1), 92, 1, 0, 6);

    LabelHealth label = HoldoutHealth.of(holdout(old), all, all, AS_OF, 0).labels().get(0);

    assertThat(label.holdoutMonths())
        .extracting(month -> month.month().toString())
        .containsExactly("2026-01", "2026-02");
    assertThat(label.holdoutMonths())
        .extracting(month -> month.rate())
        .containsOnly(new Rate(10, 0));
    assertThat(label.trainingMonths())
        .extracting(month -> month.month())
        .containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 4), YearMonth.of(2026, 5));
    assertThat(label.trainingMonths().get(1).rate()).isEqualTo(new Rate(300, 300));
    assertThat(label.recent()).isEqualTo(new Rate(900, 900));
  }

  @Test
  void the_index_of_two_samples_of_known_shares_is_the_one_worked_out_by_hand() {
    CategoricalColumn before = levels(500, 500);
    CategoricalColumn after = levels(900, 100);

    // (0.9 - 0.5) ln(0.9 / 0.5) + (0.1 - 0.5) ln(0.1 / 0.5)
    assertThat(StabilityIndex.ofLevels(before, after)).isCloseTo(0.8789, within(0.01));
    assertThat(StabilityIndex.ofLevels(before, before)).isZero();
  }

  @Test
  void a_small_difference_within_the_interval_or_below_the_factor_is_no_other_prior() {
    assertThat(HealthWarnings.isAnotherPrior(new Rate(30, 2), new Rate(1000, 150))).isFalse();
    assertThat(HealthWarnings.isAnotherPrior(new Rate(100_000, 10_000), new Rate(100_000, 15_000)))
        .isFalse();
    assertThat(HealthWarnings.isAnotherPrior(new Rate(1462, 101), new Rate(1260, 800))).isTrue();
    assertThat(HealthWarnings.isAnotherPrior(new Rate(1000, 300), new Rate(1000, 0))).isTrue();
  }

  private static CategoricalColumn levels(int first, int second) {
    List<String> values = new java.util.ArrayList<>(Collections.nCopies(first, "a"));
    values.addAll(Collections.nCopies(second, "b"));
    return CategoricalColumn.of(values);
  }

  private static Holdout holdout(Dataset examples) {
    return new Holdout(
        new HoldoutDefinition.Frozen("legacy", examples, "0".repeat(64)), examples, 0, 0, 0, 0);
  }

  /** Ten rows a day; the second feature is moved by a shift. */
  private static Dataset rows(LocalDate first, int days, double rate, double shift, long seed) {
    Random random = new Random(seed);
    Rows rows = new Rows();
    for (int i = 0; i < 10 * days; i++) {
      rows.add(
          Rows.row(
              first + "/" + i,
              "g" + i % 10,
              first.toEpochDay() + i / 10,
              random.nextDouble() < rate ? 1 : 0,
              (float) random.nextGaussian(),
              (float) (random.nextGaussian() + shift)));
    }
    return rows.dataset();
  }
}
