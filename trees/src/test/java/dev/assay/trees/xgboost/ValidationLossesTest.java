package dev.assay.trees.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValidationLossesTest {

  @Test
  void the_rounds_for_a_fold_are_picked_on_the_other_folds() {
    ValidationLosses losses = new ValidationLosses(new double[] {1, 1}, 10);
    losses.add(new double[] {0.9, 0.5});
    losses.add(new double[] {0.6, 0.6});
    losses.add(new double[] {0.1, 0.9});
    assertThat(losses.roundsForFold(0)).isEqualTo(1);
    assertThat(losses.roundsForFold(1)).isEqualTo(3);
    assertThat(losses.rounds()).isEqualTo(3);
  }

  @Test
  void folds_count_by_the_weight_of_their_rows() {
    ValidationLosses losses = new ValidationLosses(new double[] {3, 1}, 10);
    losses.add(new double[] {0.4, 0.8});
    losses.add(new double[] {0.5, 0.2});
    assertThat(losses.course().get(0)).isCloseTo(0.5, within(1e-12));
    assertThat(losses.course().get(1)).isCloseTo(0.425, within(1e-12));
    assertThat(losses.rounds()).isEqualTo(2);
  }

  @Test
  void of_equal_losses_the_earliest_round_is_kept() {
    ValidationLosses losses = new ValidationLosses(new double[] {1}, 10);
    losses.add(new double[] {0.5});
    losses.add(new double[] {0.4});
    losses.add(new double[] {0.4});
    assertThat(losses.rounds()).isEqualTo(2);
  }

  @Test
  void it_is_settled_when_every_pick_has_outlasted_the_patience() {
    ValidationLosses losses = new ValidationLosses(new double[] {1, 1}, 2);
    losses.add(new double[] {0.1, 0.9});
    losses.add(new double[] {0.9, 0.1});
    losses.add(new double[] {0.9, 0.2});
    assertThat(losses.isSettled()).as("the pick for fold 0 is one round old").isFalse();
    losses.add(new double[] {0.9, 0.2});
    assertThat(losses.isSettled()).isTrue();
    assertThat(losses.roundsForFold(1)).isEqualTo(1);
  }

  @Test
  void without_early_stopping_all_rounds_are_kept_and_nothing_settles() {
    ValidationLosses losses = new ValidationLosses(new double[] {1, 1}, 0);
    for (int round = 0; round < 50; round++) {
      losses.add(new double[] {0.1 + round, 0.1 + round});
    }
    assertThat(losses.isSettled()).isFalse();
    assertThat(losses.rounds()).isEqualTo(50);
    assertThat(losses.roundsForFold(0)).isEqualTo(50);
  }

  @Test
  void a_single_fold_is_scored_by_the_rounds_of_the_model() {
    ValidationLosses losses = new ValidationLosses(new double[] {1}, 5);
    losses.add(new double[] {0.3});
    losses.add(new double[] {0.4});
    assertThat(losses.roundsForFold(0)).isEqualTo(losses.rounds()).isEqualTo(1);
  }

  @Test
  void a_fold_without_known_rows_has_no_say() {
    ValidationLosses losses = new ValidationLosses(new double[] {1, 0, 1}, 5);
    losses.add(new double[] {0.5, Double.NaN, 0.5});
    losses.add(new double[] {0.3, Double.NaN, 0.5});
    assertThat(losses.course()).doesNotContain(Double.NaN);
    assertThat(losses.roundsForFold(1)).isEqualTo(losses.rounds()).isEqualTo(2);
    assertThat(losses.roundsForFold(0)).isEqualTo(1);
  }
}
