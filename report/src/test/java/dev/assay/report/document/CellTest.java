package dev.assay.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.8125; 3; false; 0.813",
        "0.02; 3; true; +0.020",
        "-0.02; 3; true; -0.020",
        "-0.0001; 3; true; 0.000",
        "0.0001; 3; true; 0.000",
        "1234567; 0; false; 1,234,567",
        "999.96; 1; false; 1,000.0",
      })
  void a_number_is_rounded_and_has_a_sign_only_where_it_is_not_zero(
      double value, int decimals, boolean signed, String shown) {
    assertThat(new Cell.Number(value, decimals, signed).shown()).isEqualTo(shown);
  }

  @Test
  void shares_intervals_and_gaps_are_read_as_such() {
    assertThat(Cell.percent(0.8125).shown()).isEqualTo("81.3%");
    assertThat(new Cell.Interval(-0.01, 0.03, 2, true).shown()).isEqualTo("[-0.01, +0.03]");
    assertThat(new Cell.Missing("no positive").shown()).isEqualTo("–");
    assertThat(Cell.textOrNothing(null)).isEqualTo(new Cell.Missing(""));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void a_figure_without_a_value_is_refused(double value) {
    assertThatThrownBy(() -> Cell.number(value)).hasMessageContaining("missing cell");
    assertThatThrownBy(() -> Cell.percent(value)).hasMessageContaining("missing cell");
    assertThatThrownBy(() -> new Cell.Interval(0, value, 3, false))
        .hasMessageContaining("missing cell");
  }

  @Test
  void an_interval_runs_upwards() {
    assertThatThrownBy(() -> new Cell.Interval(0.2, 0.1, 3, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
