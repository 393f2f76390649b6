package dev.assay.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.metric.MetricValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedEffectTest {

  private static final ExpectedEffect GAIN =
      new ExpectedEffect("f1", "recent", new EffectRange(0.065, 0.095));

  @ParameterizedTest(name = "{0} in [{1}, {2}]: {3}")
  @CsvSource({
    "0.080,  0.070, 0.090, AS_EXPECTED",
    "0.080,  0.030, 0.130, AS_EXPECTED",
    "0.080, -0.010, 0.170, UNDECIDED",
    "0.025,  0.010, 0.040, BELOW",
    "0.025, -0.020, 0.070, UNDECIDED",
    "0.120,  0.100, 0.140, ABOVE",
    "0.120,  0.090, 0.150, UNDECIDED",
    "0.065,  0.065, 0.065, AS_EXPECTED",
  })
  void an_effect_is_told_by_its_whole_interval(
      double change, double low, double high, Agreement agreement) {
    assertThat(GAIN.agreementWith(measured(change, new EffectRange(low, high))))
        .isEqualTo(agreement);
  }

  @Test
  void no_effect_can_be_what_was_expected() {
    ExpectedEffect noHarm = new ExpectedEffect("f1", "recent", new EffectRange(-0.02, 0.02));

    assertThat(noHarm.agreementWith(measured(0, new EffectRange(-0.01, 0.01))))
        .isEqualTo(Agreement.AS_EXPECTED);
  }

  @Test
  void a_point_without_an_interval_decides_nothing() {
    assertThat(GAIN.agreementWith(measured(0.08, null))).isEqualTo(Agreement.UNDECIDED);
  }

  @Test
  void an_effect_on_another_holdout_is_no_answer() {
    ExpectedEffect legacy = new ExpectedEffect("f1", "legacy", new EffectRange(0, 1));

    assertThatThrownBy(() -> legacy.agreementWith(measured(0.08, null)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MeasuredEffect measured(double change, EffectRange interval) {
    return new MeasuredEffect(
        "f1", "recent", MetricValue.of(0.8), MetricValue.of(change), interval, null);
  }
}
