package dev.assay.pipeline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({"7d, 7", "8w, 56", "60 d, 60"})
  void days_come_with_a_unit(String text, int days) {
    assertThat(Quantity.days(text)).contains(days);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "d", "0.5d", "7h", "-7d"})
  void other_texts_are_no_days(String text) {
    assertThat(Quantity.days(text)).isEmpty();
  }

  @Test
  void latencies_and_sizes_have_units_too() {
    assertThat(Quantity.milliseconds("1.5s")).contains(1500.0);
    assertThat(Quantity.bytes("30MB")).contains(30_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.2..0.1", "a..b", ".."})
  void other_texts_are_no_range(String text) {
    assertThat(Quantity.range(text)).isEmpty();
  }

  @Test
  void a_range_may_be_negative() {
    assertThat(Quantity.range("-0.05..0")).contains(new Quantity.Range(-0.05, 0));
  }
}
