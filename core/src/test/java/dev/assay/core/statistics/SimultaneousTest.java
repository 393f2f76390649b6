package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimultaneousTest {

  @Test
  void the_least_lies_between_the_least_ends() {
    List<Estimate> figures = List.of(figure(0.8, 0.01), figure(0.7, 0.10), figure(0.75, 0.01));
    double reach = StudentT.quantile(1 - 0.025 / 3, 99);
    Interval least = Simultaneous.least(figures, 0.95).orThrow();
    assertThat(least.low()).isCloseTo(0.7 - 0.10 * reach, within(1e-12));
    assertThat(least.high()).isCloseTo(0.75 + 0.01 * reach, within(1e-12));
    Interval greatest = Simultaneous.greatest(figures, 0.95).orThrow();
    assertThat(greatest.low()).isCloseTo(0.8 - 0.01 * reach, within(1e-12));
    assertThat(greatest.high()).isCloseTo(0.7 + 0.10 * reach, within(1e-12));
  }

  @Test
  void the_true_least_is_held_at_least_as_often_as_promised() {
    Random random = new Random(20260417);
    int held = 0;
    for (int repetition = 0; repetition < 1_000; repetition++) {
      List<Estimate> figures = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        figures.add(figure(0.5 + 0.002 * i + 0.05 * random.nextGaussian(), 0.05));
      }
      Interval least = Simultaneous.least(figures, 0.95).orThrow();
      held += least.low() <= 0.5 && 0.5 <= least.high() ? 1 : 0;
    }
    assertThat(held).isGreaterThanOrEqualTo(950);
  }

  @Test
  void one_figure_without_an_error_leaves_the_least_unknown() {
    Estimate bare = Estimate.withoutInterval(MetricValue.of(0.9), "all rows lie in one cluster");
    assertThat(Simultaneous.least(List.of(figure(0.8, 0.01), bare), 0.95))
        .isEqualTo(IntervalValue.undefined("all rows lie in one cluster"));
  }

  private static Estimate figure(double value, double error) {
    return new Estimate(
        MetricValue.of(value), IntervalValue.undefined("none"), MetricValue.of(error), 100, 0);
  }
}
