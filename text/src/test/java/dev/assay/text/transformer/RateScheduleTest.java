package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.transformer.RateSchedule.Decay;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateScheduleTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Property(seed = "1")
  void a_rate_rises_to_its_peak_and_never_again_after_it(
      @ForAll Decay decay,
      @ForAll @DoubleRange(min = 0, max = 0.9) double warmUp,
      @ForAll @IntRange(min = 1, max = 400) int steps) {
    RateSchedule schedule = new RateSchedule(decay, 0.5, warmUp, steps);
    int rising = (int) Math.ceil(warmUp * steps);
    double highest = 0;
    for (int step = 0; step < steps; step++) {
      double rate = schedule.rate(step);
      highest = Math.max(highest, rate);
      assertThat(rate).isPositive();
      if (step > 0 && step < rising) {
        assertThat(rate).isGreaterThan(schedule.rate(step - 1));
      } else if (step > rising) {
        assertThat(rate).isLessThanOrEqualTo(schedule.rate(step - 1));
      }
    }
    assertThat(highest).isCloseTo(0.5, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"LINEAR, 0", "COSINE, 0", "CONSTANT, 3"})
  void a_rate_ends_at_nothing_unless_it_stays(Decay decay, double end) {
    assertThat(new RateSchedule(decay, 3, 0.1, 1000).rate(1000)).isCloseTo(end, EXACT);
  }

  @Test
  void a_rate_falls_in_a_line_or_along_a_cosine() {
    RateSchedule line = new RateSchedule(Decay.LINEAR, 8, 0.2, 50);
    RateSchedule cosine = new RateSchedule(Decay.COSINE, 8, 0.2, 50);

    // Ten steps rise, forty fall.
    assertThat(line.rate(0)).isCloseTo(0.8, EXACT);
    assertThat(line.rate(9)).isCloseTo(8, EXACT);
    assertThat(line.rate(20)).isCloseTo(6, EXACT);
    assertThat(line.rate(49)).isCloseTo(0.2, EXACT);
    assertThat(cosine.rate(20)).isCloseTo(4 + 4 * Math.sqrt(0.5), EXACT);
    assertThat(cosine.rate(30)).isCloseTo(4, EXACT);
  }
}
