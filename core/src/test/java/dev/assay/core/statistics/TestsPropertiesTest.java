package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** What p-values, quantiles and bounds must keep whatever they are asked. */
class TestsPropertiesTest {

  @Property(seed = "11", tries = 500)
  void the_tail_beyond_a_quantile_of_t_is_what_was_asked_for(
      @ForAll @Scale(12) @DoubleRange(min = 1e-6, max = 0.499) double tail,
      @ForAll @IntRange(min = 1, max = 200_000) int degrees) {
    double t = StudentT.quantile(1 - tail, degrees);
    assertThat(StudentT.twoSided(t, degrees) / 2 / tail).isCloseTo(1, within(1e-8));
    assertThat(StudentT.quantile(tail, degrees)).isCloseTo(-t, within(Math.abs(t) * 1e-8));
  }

  @Property(seed = "12", tries = 500)
  void a_quantile_of_the_normal_distribution_is_undone_by_its_probability(
      @ForAll @Scale(12) @DoubleRange(min = 1e-12, max = 1 - 1e-12) double p) {
    assertThat(Normal.below(Normal.quantile(p)) / p).isCloseTo(1, within(1e-9));
  }

  @Property(seed = "13", tries = 500)
  void mcnemar_does_not_mind_the_sides_and_mid_p_is_never_above_exact(
      @ForAll @LongRange(min = 0, max = 3_000) long candidate,
      @ForAll @LongRange(min = 0, max = 3_000) long champion) {
    McNemar test = new McNemar(candidate, champion);
    McNemar swapped = new McNemar(champion, candidate);
    assertThat(swapped.exact()).isEqualTo(test.exact());
    assertThat(swapped.midP()).isEqualTo(test.midP());
    assertThat(test.midP()).isBetween(0.0, test.exact() + 1e-12);
  }

  @Property(seed = "14", tries = 300)
  void one_more_rerun_is_bounded_by_no_less_than_the_greatest_seen(
      @ForAll @Size(min = 5, max = 25) List<@IntRange(min = 0, max = 16) Integer> counts) {
    double bound = Reruns.atMost(counts, 16, 0.95);
    assertThat(bound).isGreaterThanOrEqualTo(Collections.max(counts));
    assertThat(Reruns.atMost(counts, 16, 0.99)).isGreaterThanOrEqualTo(bound);
  }
}
