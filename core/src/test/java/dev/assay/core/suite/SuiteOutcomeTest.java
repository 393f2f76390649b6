package dev.assay.core.suite;

import static dev.assay.core.suite.Cases.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.statistics.IntervalValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteOutcomeTest {

  private static final Expectation SPAM = new Expectation.MustDetect(List.of("spam"));
  private static final Expectation HAM = new Expectation.MustNotDetect(List.of("spam"));

  /** Detects the first of these spam texts, so many of them, and alarms at so many ham texts. */
  private static SuiteOutcome ofOneLabel(int spam, int found, int ham, int alarms) {
    List<Vector> vectors = new ArrayList<>();
    double[][] scores = new double[spam + ham][];
    for (int i = 0; i < spam + ham; i++) {
      boolean isSpam = i < spam;
      vectors.add(
          Cases.vector("v" + i, isSpam ? "plain" : "quoted", isSpam ? SPAM : HAM, "text " + i));
      scores[i] = scores(isSpam ? (i < found ? 1 : 0) : (i - spam < alarms ? 1 : 0), 0);
    }
    return Cases.outcome(new Suite("known", vectors), scores);
  }

  @Test
  void shares_are_counted_by_functionality_and_by_side() {
    SuiteOutcome outcome = ofOneLabel(10, 7, 5, 1);

    assertThat(outcome.share()).isEqualTo(new PassShare("all", 11, 15));
    assertThat(outcome.byFunctionality())
        .containsExactly(new PassShare("plain", 7, 10), new PassShare("quoted", 4, 5));
    assertThat(outcome.mustDetect().value().orThrow()).isEqualTo(0.7);
    assertThat(outcome.mustNotDetect().value().orThrow()).isEqualTo(0.8);
  }

  /**
   * The value is that of scikit-learn 1.9.1: {@code f1_score([1]*10 + [0]*5, [1]*7 + [0]*3 + [1] +
   * [0]*4, average='macro')}.
   */
  @Test
  void the_macro_f1_of_one_label_is_that_of_scikit_learn() {
    assertThat(ofOneLabel(10, 7, 5, 1).macroF1().orThrow()).isCloseTo(0.722222, within(1e-6));
  }

  @Test
  void a_suite_of_one_side_or_of_several_labels_has_no_macro_f1() {
    Suite both =
        new Suite(
            "both",
            List.of(
                Cases.vector("a", "f", SPAM, "a"),
                Cases.vector("b", "f", HAM, "b"),
                Cases.vector("c", "f", new Expectation.MustDetect(List.of("contact_info")), "c")));

    assertThat(ofOneLabel(3, 3, 0, 0).macroF1().isDefined()).isFalse();
    assertThat(Cases.outcome(both, scores(1, 0), scores(0, 0), scores(0, 1)).macroF1().isDefined())
        .isFalse();
  }

  @Test
  void what_is_known_to_fail_counts_neither_way() {
    Suite suite =
        new Suite(
            "known",
            List.of(
                Cases.vector("a", "f", SPAM, "a"),
                Cases.vector("b", "f", new Expectation.KnownGap(List.of("spam")), "b"),
                Cases.vector("c", "f", new Expectation.KnownGap(List.of("spam")), "c")));

    SuiteOutcome outcome = Cases.outcome(suite, scores(1, 0), scores(0, 0), scores(1, 0));

    assertThat(outcome.share()).isEqualTo(new PassShare("all", 1, 1));
    assertThat(outcome.count(VectorOutcome.Result.KNOWN_FAILURE)).isEqualTo(1);
    assertThat(outcome.with(VectorOutcome.Result.UNEXPECTED_PASS))
        .extracting(one -> one.vector().id())
        .containsExactly("c");
  }

  /** The ends are those of Wilson's formula with z = 1.959964, worked out apart from this code. */
  @Test
  void a_share_has_wilsons_interval() {
    IntervalValue interval = new PassShare("f", 7, 10).interval(0.95);

    assertThat(interval.orThrow().low()).isCloseTo(0.396778, within(1e-6));
    assertThat(interval.orThrow().high()).isCloseTo(0.892209, within(1e-6));
  }

  @Test
  void a_share_of_nothing_is_undefined() {
    assertThat(new PassShare("f", 0, 0).value().isDefined()).isFalse();
    assertThat(new PassShare("f", 0, 0).interval(0.95).isDefined()).isFalse();
  }
}
