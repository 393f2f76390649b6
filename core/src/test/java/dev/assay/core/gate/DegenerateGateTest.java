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
        .isEqualTo("size: not measured (nobody measured it); may be at most 30000000 bytes: fail");
  }
}
