package dev.assay.data.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegimePanelTest {

  @ParameterizedTest
  @EnumSource
  void eighty_countries_have_a_row_a_week_of_which_a_fifth_has_an_incident(
      RegimePanel.Truth truth) {
    List<Row> rows = draw(truth, 1);

    assertThat(rows).hasSize(80 * RegimePanel.WEEKS);
    assertThat(rows.stream().map(row -> row.country).distinct()).hasSize(80);
    assertThat(rows.stream().map(row -> row.regime).distinct()).hasSize(7);
    assertThat(rows).allMatch(row -> row.signals.size() == 16);
    assertThat(rows.stream().mapToInt(row -> row.incident).average().orElseThrow())
        .isCloseTo(0.23, within(0.04));
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "D", "F"})
  void the_regime_signals_mean_the_opposite_in_three_regimes_of_one_panel_only(String regime) {
    for (int signal = 4; signal < 8; signal++) {
      assertThat(effect(draw(RegimePanel.Truth.OPPOSITE_SIGNS, 1), regime, signal)).isNegative();
      assertThat(effect(draw(RegimePanel.Truth.OPPOSITE_SIGNS, 1), "A", signal)).isPositive();
      assertThat(effect(draw(RegimePanel.Truth.ONE_RULE, 1), regime, signal)).isPositive();
    }
  }

  @Test
  void shared_signals_mean_the_same_everywhere_and_the_others_nothing() {
    List<Row> rows = draw(RegimePanel.Truth.OPPOSITE_SIGNS, 1);
    for (String regime : List.of("A", "B", "N")) {
      for (int signal = 0; signal < 4; signal++) {
        assertThat(effect(rows, regime, signal)).isGreaterThan(0.2);
      }
      for (int signal = 8; signal < 16; signal++) {
        assertThat(effect(rows, regime, signal)).isCloseTo(0, within(0.25));
      }
    }
  }

  @Test
  void a_seed_gives_the_same_rows_and_another_seed_others() {
    List<Row> rows = draw(RegimePanel.Truth.ONE_RULE, 1);

    assertThat(draw(RegimePanel.Truth.ONE_RULE, 1)).isEqualTo(rows);
    assertThat(draw(RegimePanel.Truth.ONE_RULE, 2)).isNotEqualTo(rows);
  }

  /** The mean of a signal where there is an incident less that where there is none. */
  private static double effect(List<Row> rows, String regime, int signal) {
    return mean(rows, regime, signal, 1) - mean(rows, regime, signal, 0);
  }

  private static double mean(List<Row> rows, String regime, int signal, int incident) {
    return rows.stream()
        .filter(row -> row.regime.equals(regime) && row.incident == incident)
        .mapToDouble(row -> row.signals.get(signal))
        .average()
        .orElseThrow();
  }

  private static List<Row> draw(RegimePanel.Truth truth, long seed) {
    Drawn drawn = new Drawn();
    new RegimePanel(truth).write(seed, drawn);
    return drawn.rows;
  }

  private record Row(String country, String regime, int incident, List<Double> signals) {}

  /** Keeps rows in memory. */
  private static final class Drawn implements SimulatedRows {

    private final List<Row> rows = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>();
    private int whole;

    @Override
    public SimulatedRows text(String value) {
      texts.add(value);
      return this;
    }

    @Override
    public SimulatedRows day(LocalDate value) {
      return this;
    }

    @Override
    public SimulatedRows whole(int value) {
      whole = value;
      return this;
    }

    @Override
    public SimulatedRows number(double value) {
      numbers.add(value);
      return this;
    }

    @Override
    public SimulatedRows flag(boolean value) {
      throw new AssertionError("The panel has no flag.");
    }

    @Override
    public void end() {
      rows.add(new Row(texts.getFirst(), texts.getLast(), whole, List.copyOf(numbers)));
      texts.clear();
      numbers.clear();
    }
  }
}
