package dev.assay.core.suite;

import static dev.assay.core.suite.Cases.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.suite.VectorOutcome.Result;
import dev.assay.core.threshold.Argmax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteJudgeTest {

  private static Result of(Expectation expectation, double[]... scores) {
    String[] texts = new String[scores.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = "text " + i;
    }
    Suite suite = new Suite("known", List.of(Cases.vector("v", "f", expectation, texts)));
    return Cases.outcome(suite, scores).outcomes().getFirst().result();
  }

  @ParameterizedTest
  @CsvSource({"0.5, PASS", "0.9, PASS", "0.49, FAIL"})
  void a_label_is_detected_from_its_own_threshold_on(double spam, Result result) {
    assertThat(of(new Expectation.MustDetect(List.of("spam")), scores(spam, 0.9)))
        .isEqualTo(result);
  }

  @Test
  void each_label_has_its_own_threshold() {
    Expectation contact = new Expectation.MustDetect(List.of("contact_info"));

    assertThat(of(contact, scores(0.4, 0.4))).isEqualTo(Result.PASS);
    assertThat(of(new Expectation.MustDetect(List.of("spam")), scores(0.4, 0.4)))
        .isEqualTo(Result.FAIL);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.9, PASS", "0.6, 0.0, FAIL"})
  void a_hard_negative_is_about_the_labels_that_it_names(double spam, double contact, Result to) {
    assertThat(of(new Expectation.MustNotDetect(List.of("spam")), scores(spam, contact)))
        .isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1, PASS", "0.1, 0.9, FAIL", "0.9, 0.1, FAIL"})
  void a_hard_negative_without_labels_is_about_every_one(double spam, double contact, Result to) {
    assertThat(of(new Expectation.MustNotDetect(List.of()), scores(spam, contact))).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.9, PASS", "0.9, 0.1, FAIL", "0.1, 0.9, FAIL"})
  void labels_that_occur_together_must_all_be_detected(double spam, double contact, Result to) {
    Expectation both = new Expectation.MustCoDetect(List.of("spam", "contact_info"));

    assertThat(of(both, scores(spam, contact))).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    // here, there, result
    "0.9, 0.1, PASS",
    "0.9, 0.9, FAIL",
    "0.1, 0.1, FAIL",
    "0.1, 0.9, FAIL"
  })
  void a_context_must_make_the_difference_and_on_the_side_expected(
      double here, double there, Result result) {
    Expectation differ = new Expectation.MustDiffer(List.of("spam"));

    assertThat(of(differ, scores(here, 0), scores(there, 0))).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0.2, PASS", "0.4, 0.25, FAIL", "0.2, 0.4, FAIL", "0.3, 0.1, PASS"})
  void a_score_must_be_higher_by_so_much_whatever_is_decided(
      double here, double there, Result result) {
    Expectation higher = new Expectation.MustScoreHigher(List.of("spam"), 0.2);

    assertThat(of(higher, scores(here, 0), scores(there, 0))).isEqualTo(result);
  }

  @Test
  void a_perturbation_may_move_scores_and_no_decision() {
    Expectation stay = new Expectation.MustNotChange(List.of());

    assertThat(of(stay, scores(0.9, 0.1), scores(0.5, 0.2))).isEqualTo(Result.PASS);
    assertThat(of(stay, scores(0.9, 0.1), scores(0.4, 0.1))).isEqualTo(Result.FAIL);
    assertThat(of(stay, scores(0.9, 0.1), scores(0.9, 0.1), scores(0.9, 0.3)))
        .as("the last of several perturbations changes the other label")
        .isEqualTo(Result.FAIL);
    assertThat(
            of(new Expectation.MustNotChange(List.of("spam")), scores(0.9, 0.1), scores(0.9, 0.9)))
        .as("a label that it is not about")
        .isEqualTo(Result.PASS);
  }

  @Test
  void what_is_known_to_fail_is_a_surprise_where_it_passes() {
    Expectation gap = new Expectation.KnownGap(List.of("spam"));
    Expectation alarm = new Expectation.KnownFalseAlarm(List.of("spam"));

    assertThat(of(gap, scores(0.1, 0))).isEqualTo(Result.KNOWN_FAILURE);
    assertThat(of(gap, scores(0.9, 0))).isEqualTo(Result.UNEXPECTED_PASS);
    assertThat(of(alarm, scores(0.9, 0))).isEqualTo(Result.KNOWN_FAILURE);
    assertThat(of(alarm, scores(0.1, 0))).isEqualTo(Result.UNEXPECTED_PASS);
  }

  @Test
  void a_label_that_the_model_does_not_know_is_not_judged_and_says_so() {
    Suite suite =
        new Suite(
            "known",
            List.of(Cases.vector("v", "f", new Expectation.MustDetect(List.of("threat")), "text")));

    VectorOutcome outcome = Cases.outcome(suite, scores(0.9, 0.9)).outcomes().getFirst();

    assertThat(outcome.result()).isEqualTo(Result.NOT_JUDGED);
    assertThat(outcome.reason()).isEqualTo("the model does not know threat");
    assertThat(outcome.isCounted()).isFalse();
  }

  @Test
  void vectors_of_several_inputs_do_not_shift_those_behind_them() {
    Suite suite =
        new Suite(
            "known",
            List.of(
                Cases.vector("pair", "f", new Expectation.MustDiffer(List.of("spam")), "a", "b"),
                Cases.vector("next", "f", new Expectation.MustDetect(List.of("spam")), "c")));

    SuiteOutcome outcome = Cases.outcome(suite, scores(0.9, 0), scores(0.1, 0), scores(0.7, 0));

    assertThat(outcome.outcomes()).extracting(VectorOutcome::result).containsOnly(Result.PASS);
    LabelReading last = outcome.outcomes().getLast().readings().getFirst().getFirst();
    assertThat(last.score()).isEqualTo(0.7f);
    assertThat(last.cut()).hasValue(0.5);
  }

  @Test
  void of_classes_the_one_with_the_highest_score_is_detected() {
    LabelSchema sky = new LabelSchema(TaskKind.MULTICLASS, List.of("clear", "foggy", "rainy"));
    Suite suite =
        new Suite(
            "known",
            List.of(
                Cases.vector("v", "f", new Expectation.MustDetect(List.of("foggy")), "a"),
                Cases.vector("w", "f", new Expectation.MustNotDetect(List.of("rainy")), "b")));

    SuiteOutcome outcome =
        Cases.outcome(
            suite, new Argmax(sky), new double[] {0.3, 0.4, 0.3}, new double[] {0.2, 0.3, 0.5});

    assertThat(outcome.outcomes())
        .extracting(VectorOutcome::result)
        .containsExactly(Result.PASS, Result.FAIL);
    assertThat(outcome.outcomes().getFirst().readings().getFirst().getFirst().cut()).isEmpty();
  }

  @Test
  void scores_of_other_rows_are_refused() {
    Suite pair =
        new Suite(
            "pair",
            List.of(Cases.vector("v", "f", new Expectation.MustDiffer(List.of("spam")), "a", "b")));
    Suite single =
        new Suite(
            "single",
            List.of(Cases.vector("v", "f", new Expectation.MustDetect(List.of("spam")), "a")));

    assertThatThrownBy(() -> Cases.outcome(pair, scores(0.9, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cases.outcome(single, scores(0.9, 0), scores(0.1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
