package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.comparison.LabelOutput;
import dev.assay.core.evaluation.Support;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegenerateGateTest {

  @ParameterizedTest
  @CsvSource({
    // rows, positives, predicted, lowest, highest, outcome
    "1000, 100, 120, 0.1, 0.9, PASS",
    "1000, 100,   0, 0.1, 0.4, FAIL",
    "1000, 100, 1000, 0.6, 0.9, FAIL",
    "1000, 100,   0, 0.3, 0.3, FAIL",
    "1000,   9,   0, 0.1, 0.4, INCONCLUSIVE",
    "1000,  10,   0, 0.1, 0.4, FAIL",
    "1000,   0, 1000, 0.6, 0.9, FAIL",
    "1000, 1000, 1000, 0.6, 0.9, PASS",
    "1000, 995, 1000, 0.6, 0.9, PASS",
    "0, 0, 0, 0, 0, INCONCLUSIVE"
  })
  void a_label_with_enough_support_is_found_somewhere_but_not_everywhere(
      long rows, long positives, long predicted, float lowest, float highest, Outcome outcome) {
    Support support = new Support(rows, positives, positives);
    Found found =
        new Found().output("recent", new LabelOutput("spam", support, predicted, lowest, highest));
    DegenerateGate gate =
        new DegenerateGate(
            "not degenerate",
            List.of("recent"),
            DegenerateGate.DEFAULT_SUPPORT,
            Inconclusive.HOLDS);
    assertThat(DegenerateCheck.of(gate, found).outcome()).isEqualTo(outcome);
  }

  @Test
  void the_degenerate_label_is_named() {
    Found found = new Found().output("recent", "spam", 100, 90).output("recent", "csam", 50, 0);
    DegenerateGate gate =
        new DegenerateGate(
            "not degenerate",
            List.of("recent"),
            DegenerateGate.DEFAULT_SUPPORT,
            Inconclusive.HOLDS);
    assertThat(DegenerateCheck.of(gate, found).sentence())
        .isEqualTo(
            "predictions on recent must not be degenerate: 1 of 2 pass;"
                + " failing: csam predicted nowhere though 50 rows have it: fail");
  }

  @ParameterizedTest
  @CsvSource({"18.2, PASS", "20, PASS", "20.1, FAIL"})
  void a_cost_is_held_against_its_limit(double measured, Outcome outcome) {
    CostGate gate = new CostGate("fast", CostGate.Cost.P95_LATENCY, 20, Inconclusive.HOLDS);
    Found found = new Found().cost(CostGate.Cost.P95_LATENCY, measured);
    assertThat(CostCheck.of(gate, found).outcome()).isEqualTo(outcome);
  }

  @Test
  void a_cost_that_nobody_measured_fails() {
    CostGate gate = new CostGate("small", CostGate.Cost.SIZE, 30e6, Inconclusive.PASSES);
    Check check = CostCheck.of(gate, new Found());
    assertThat(check.holds()).isTrue();
    assertThat(check.sentence())
        .isEqualTo("size: not measured (nobody measured it); may be at most 30 MB: fail");
  }

  @ParameterizedTest
  @CsvSource({
    "P95_LATENCY, 0.17634, 0.176 ms",
    "P95_LATENCY, 0.0012345, 0.00123 ms",
    "P95_LATENCY, 12.34, 12.3 ms",
    "P95_LATENCY, 2, 2.00 ms",
    "P95_LATENCY, 1234.5, 1.23 s",
    "P95_LATENCY, 0, 0 ms",
    "SIZE, 512, 512 bytes",
    "SIZE, 68012, 68.0 kB",
    "SIZE, 123456, 123 kB",
    "SIZE, 30000000, 30.0 MB",
    "SIZE, 2500000000, 2.50 GB"
  })
  void a_measured_cost_is_said_to_three_digits_in_a_fitting_unit(
      CostGate.Cost cost, double measured, String words) {
    CostGate gate = new CostGate("cost", cost, 1e12, Inconclusive.HOLDS);

    assertThat(CostCheck.of(gate, new Found().cost(cost, measured)).sentence())
        .startsWith(cost.words() + ": " + words + "; ");
  }

  @ParameterizedTest
  @CsvSource({
    "P95_LATENCY, 20, 20 ms",
    "P95_LATENCY, 0.5, 0.5 ms",
    "P95_LATENCY, 1500, 1.5 s",
    "SIZE, 30000000, 30 MB",
    "SIZE, 1234567, 1.234567 MB",
    "SIZE, 0, 0 bytes"
  })
  void a_limit_of_a_cost_keeps_every_digit(CostGate.Cost cost, double limit, String words) {
    assertThat(new CostGate("cost", cost, limit, Inconclusive.HOLDS).words())
        .isEqualTo(cost.words() + " may be at most " + words);
  }
}
