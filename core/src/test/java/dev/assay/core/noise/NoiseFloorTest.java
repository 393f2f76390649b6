package dev.assay.core.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseFloorTest {

  private static final double MEAN = 0.8;
  private static final double SPREAD = 0.01;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 20})
  void in_one_of_twenty_pairs_of_trainings_the_seeds_alone_reach_the_smallest_gain(int seeds) {
    Random random = new Random(20_261_121L + seeds);
    int repetitions = 20_000;
    int reached = 0;
    for (int i = 0; i < repetitions; i++) {
      SeedNoise noise = floor(draws(random, seeds)).noise().orElseThrow();
      double champion = draw(random);
      double candidate = draw(random);
      reached += candidate - champion > noise.smallestGain() ? 1 : 0;
    }

    // Five standard errors of the share around 0.05.
    assertThat((double) reached / repetitions).isCloseTo(0.05, within(0.0077));
  }

  @Test
  void with_many_seeds_mean_and_deviation_come_near_the_true_ones() {
    NoiseFloor floor = floor(draws(new Random(3), 4_000));

    assertThat(floor.mean().orThrow()).isCloseTo(MEAN, within(0.001));
    assertThat(floor.standardDeviation().orThrow()).isCloseTo(SPREAD, within(0.0006));
    // 1.645 times the square root of 2.
    assertThat(floor.noise().orElseThrow().smallestGain())
        .isCloseTo(2.326 * SPREAD, within(0.0015));
  }

  @Test
  void figures_that_are_all_equal_have_a_floor_of_exactly_0() {
    NoiseFloor floor = floor(List.of(0.1, 0.1, 0.1));

    assertThat(floor.mean()).isEqualTo(MetricValue.of(0.1));
    assertThat(floor.standardDeviation()).isEqualTo(MetricValue.of(0));
    assertThat(floor.noise()).contains(new SeedNoise(0, 3));
    assertThat(floor.noise().orElseThrow().covers(1e-9)).isFalse();
  }

  @Test
  void a_gain_and_a_loss_of_the_same_size_are_covered_alike() {
    SeedNoise noise = new SeedNoise(0.018, 5);

    assertThat(noise.covers(0.011)).isTrue();
    assertThat(noise.covers(-0.011)).isTrue();
    assertThat(noise.covers(0.019)).isFalse();
    assertThat(noise.covers(-0.019)).isFalse();
    assertThat(noise.words()).isEqualTo("0.018 over 5 seeds");
  }

  @Test
  void a_metric_that_is_undefined_for_one_seed_has_no_floor_and_says_why() {
    NoiseFloor floor =
        new NoiseFloor(
            "recent",
            "roc_auc",
            List.of(
                new SeedFigure(1, MetricValue.of(0.9)),
                new SeedFigure(4, MetricValue.undefined("no positive in 17 rows"))),
            false);

    assertThat(floor.noise()).isEmpty();
    assertThat(floor.mean())
        .isEqualTo(MetricValue.undefined("undefined for seed 4: no positive in 17 rows"));
    assertThat(floor.standardDeviation()).isEqualTo(floor.mean());
  }

  @Test
  void one_seed_has_no_spread_and_none_counts_twice() {
    SeedFigure one = new SeedFigure(1, MetricValue.of(0.9));

    assertThatThrownBy(() -> new NoiseFloor("recent", "f1", List.of(one), true))
        .hasMessageContaining("no spread");
    assertThatThrownBy(() -> new NoiseFloor("recent", "f1", List.of(one, one), true))
        .hasMessageContaining("twice");
  }

  private static List<Double> draws(Random random, int count) {
    List<Double> draws = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      draws.add(draw(random));
    }
    return draws;
  }

  private static double draw(Random random) {
    return MEAN + SPREAD * random.nextGaussian();
  }

  private static NoiseFloor floor(List<Double> values) {
    List<SeedFigure> figures = new ArrayList<>();
    for (double value : values) {
      figures.add(new SeedFigure(figures.size() + 1L, MetricValue.of(value)));
    }
    return new NoiseFloor("recent", "f1", figures, false);
  }
}
