package dev.assay.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.noise.NoiseStanding;
import dev.assay.core.noise.SeedNoise;
import org.junit.jupiter.api.Test;

class MeasuredEffectTest {

  private static final SeedNoise NOISE = new SeedNoise(0.018, 5);

  @Test
  void an_effect_is_within_the_noise_of_seeds_or_beyond_it_whichever_way_it_goes() {
    assertThat(effect(MetricValue.of(0.011), NOISE).noiseStanding())
        .isEqualTo(NoiseStanding.WITHIN);
    assertThat(effect(MetricValue.of(-0.011), NOISE).noiseStanding())
        .isEqualTo(NoiseStanding.WITHIN);
    assertThat(effect(MetricValue.of(-0.03), NOISE).noiseStanding())
        .isEqualTo(NoiseStanding.BEYOND);
  }

  @Test
  void without_a_measurement_or_an_effect_nothing_is_said() {
    assertThat(effect(MetricValue.of(0.011), null).noiseStanding())
        .isEqualTo(NoiseStanding.UNKNOWN);
    assertThat(effect(MetricValue.undefined("no positive"), NOISE).noiseStanding())
        .isEqualTo(NoiseStanding.UNKNOWN);
  }

  private static MeasuredEffect effect(MetricValue change, SeedNoise noise) {
    return new MeasuredEffect("f1", "recent", MetricValue.of(0.8), change, null, noise);
  }
}
