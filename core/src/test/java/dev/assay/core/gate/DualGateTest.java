package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.metric.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gates of a weekly retrain whose frozen holdout had aged: do not regress on recent data, do
 * not fall off a cliff on the old. Champion: 0.864 on recent, 0.840 on legacy.
 */
class DualGateTest {

  private static final double RECENT = 0.864;
  private static final double LEGACY = 0.840;

  @ParameterizedTest
  @CsvSource({
    "0.864, 0.840, PROMOTE",
    "0.860, 0.740, PROMOTE",
    "0.844, 0.740, PROMOTE",
    "0.843, 0.840, HOLD",
    "0.900, 0.739, HOLD",
    "0.900, 0.491, HOLD"
  })
  void recent_may_lose_two_points_and_legacy_ten(double recent, double legacy, Decision decision) {
    Verdict verdict = new Judge(found(recent, legacy)).judge(dualGate());
    assertThat(verdict.decision()).isEqualTo(decision);
  }

  @Test
  void a_candidate_that_predicts_everything_is_held_whatever_its_figures() {
    Found found = found(0.9, 0.9).output("recent", "incident", 600, 1000);
    Verdict verdict = new Judge(found).judge(dualGate());
    assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
    assertThat(verdict.reasonsToHold()).singleElement().asString().contains("everywhere");
  }

  @Test
  void the_single_gate_before_would_have_held_and_the_verdict_says_so() {
    Gate frozen = change("legacy, not a cliff", "legacy", 0.02);
    Goalposts former = new Goalposts(List.of(frozen), Map.of());
    Verdict verdict = new Judge(found(0.9, 0.75)).judge(dualGate(), former);
    assertThat(verdict.decision()).isEqualTo(Decision.PROMOTE);
    assertThat(verdict.underFormer()).extracting(Verdict::decision).isEqualTo(Decision.HOLD);
    assertThat(verdict.warnings())
        .contains(
            "moved goalpost: legacy, not a cliff: from lose at most 0.02 to lose at most 0.1");
  }

  private static Goalposts dualGate() {
    return new Goalposts(
        List.of(
            change("recent reality", "recent", 0.02),
            change("legacy, not a cliff", "legacy", 0.10),
            new DegenerateGate(
                "not degenerate",
                List.of("recent", "legacy"),
                DegenerateGate.DEFAULT_SUPPORT,
                Inconclusive.HOLDS)),
        Map.of());
  }

  private static ChangeGate change(String name, String holdout, double loseAtMost) {
    return new ChangeGate(
        name,
        Target.whole(Metric.parse("f1"), holdout),
        ChangeLimit.loseAtMost(loseAtMost),
        Handling.DEFAULT);
  }

  private static Found found(double recent, double legacy) {
    return new Found().whole("recent", "f1", RECENT, recent).whole("legacy", "f1", LEGACY, legacy);
  }
}
