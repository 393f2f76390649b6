package dev.assay.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewLabelsTest {

  private static final Target EACH_LABEL =
      new Target(
          Metric.parse("f1"),
          List.of("test"),
          new SubjectSelector.EachLabel(),
          MinimumSupport.NONE);
  private static final Gate NO_LABEL_LOST =
      new ChangeGate("no label lost", EACH_LABEL, ChangeLimit.loseAtMost(0.02), Handling.DEFAULT);

  @Test
  void a_label_that_the_champion_does_not_know_is_no_loss() {
    Check check = LimitCheck.of((ChangeGate) NO_LABEL_LOST, found());
    assertThat(check.outcome()).isEqualTo(Outcome.PASS);
    assertThat(check.sentence())
        .isEqualTo("f1 of each label on test may lose at most 0.02: 1 of 1 pass; new: ncii: pass");
  }

  @Test
  void a_new_label_that_no_gate_on_a_value_looks_at_holds() {
    Verdict verdict = new Judge(found()).judge(new Goalposts(List.of(NO_LABEL_LOST), Map.of()));
    assertThat(verdict.reasonsToHold())
        .containsExactly("the label 'ncii' is new on test and no gate on a value looks at it");
  }

  @Test
  void a_new_label_that_keeps_its_limit_is_promoted_and_said() {
    Gate value = new ValueGate("good", EACH_LABEL, Limit.atLeast(0.8), Handling.DEFAULT);
    Verdict verdict =
        new Judge(found()).judge(new Goalposts(List.of(NO_LABEL_LOST, value), Map.of()));
    assertThat(verdict.decision()).isEqualTo(Decision.PROMOTE);
    assertThat(verdict.warnings())
        .containsExactly(
            "labels new to the candidate on test, with no champion to compare with: ncii");
  }

  private static Found found() {
    return new Found()
        .add("test", "f1", new Subject.Label("spam"), 0.9, 0.91, 100)
        .add("test", "f1", new Subject.Label("ncii"), 0, 0.85, 100)
        .newLabel("ncii");
  }
}
