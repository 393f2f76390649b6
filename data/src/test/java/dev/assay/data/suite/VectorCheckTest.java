package dev.assay.data.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import dev.assay.core.suite.Expectation;
import dev.assay.core.suite.ExpectationKind;
import dev.assay.core.suite.Suite;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VectorCheckTest {

  private static final LabelSchema LABELS =
      new LabelSchema(TaskKind.MULTILABEL, List.of("spam", "contact_info"));
  private static final LabelSchema CLASSES =
      new LabelSchema(TaskKind.MULTICLASS, List.of("clear", "rainy"));
  private static final List<Input> INPUTS =
      List.of(new Input("text", InputKind.TEXT), new Input("links", InputKind.NUMERIC));

  private static VectorDraft draft(int line, Claim claim, String... texts) {
    List<Map<String, String>> inputs =
        Arrays.stream(texts).map(text -> Map.of("text", text)).toList();
    return new VectorDraft("known.yaml:" + line, "", "", claim, inputs, "");
  }

  private static Claim claim(ExpectationKind kind, String... labels) {
    return Claim.of(kind, List.of(labels));
  }

  private static List<String> problems(LabelSchema schema, VectorDraft... drafts) {
    Problems problems = new Problems();
    new VectorCheck(schema, INPUTS, problems).suite("known", List.of(drafts));
    return problems.list().stream().map(Problem::toString).toList();
  }

  private static String problem(VectorDraft draft) {
    List<String> problems = problems(LABELS, draft);
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  @Test
  void right_vectors_become_a_suite_with_ids_from_their_content_and_their_kind_as_functionality() {
    Problems problems = new Problems();

    Suite suite =
        new VectorCheck(LABELS, INPUTS, problems)
            .suite(
                "known",
                List.of(
                    draft(2, claim(ExpectationKind.MUST_DETECT, "spam"), "buy now"),
                    draft(3, claim(ExpectationKind.MUST_NOT_DETECT, "all"), "see you at nine")));

    assertThat(problems.list()).isEmpty();
    assertThat(suite.vectors()).hasSize(2);
    assertThat(suite.vectors().getFirst().id()).matches("[0-9a-f]{12}");
    assertThat(suite.vectors().getFirst().functionality()).isEqualTo("must detect");
    assertThat(suite.vectors().getLast().expectation())
        .isEqualTo(new Expectation.MustNotDetect(List.of()));
  }

  @Test
  void an_unknown_label_is_named_with_its_line_and_the_nearest_one() {
    assertThat(problem(draft(7, claim(ExpectationKind.MUST_DETECT, "spma"), "buy")))
        .isEqualTo("known.yaml:7: 'must_detect' names no label: 'spma'. Did you mean 'spam'?");
  }

  @Test
  void too_few_or_doubled_labels_are_refused() {
    assertThat(problem(draft(1, claim(ExpectationKind.MUST_CO_DETECT, "spam"), "buy")))
        .contains("Name at least 2.");
    assertThat(problem(draft(1, claim(ExpectationKind.MUST_NOT_DETECT), "buy")))
        .contains("write 'all'");
    assertThat(problem(draft(1, claim(ExpectationKind.MUST_DETECT, "all"), "buy")))
        .contains("not 'all'");
    assertThat(problem(draft(1, claim(ExpectationKind.MUST_DETECT, "spam", "spam"), "buy")))
        .contains("twice");
  }

  @Test
  void of_one_class_a_row_neither_none_nor_two_can_be_expected() {
    assertThat(problems(CLASSES, draft(1, claim(ExpectationKind.MUST_NOT_DETECT, "all"), "a")))
        .singleElement()
        .asString()
        .contains("never none");
    assertThat(
            problems(
                CLASSES, draft(1, claim(ExpectationKind.MUST_CO_DETECT, "clear", "rainy"), "a")))
        .singleElement()
        .asString()
        .contains("exactly one");
    assertThat(problems(CLASSES, draft(1, claim(ExpectationKind.MUST_NOT_CHANGE, "all"), "a", "b")))
        .isEmpty();
  }

  @Test
  void a_kind_has_the_inputs_that_it_needs() {
    assertThat(problem(draft(1, claim(ExpectationKind.MUST_DIFFER, "spam"), "buy")))
        .contains("'against'");
    assertThat(problem(draft(1, claim(ExpectationKind.MUST_NOT_CHANGE, "all"), "buy")))
        .contains("'perturbed'");
    assertThat(problem(draft(1, claim(ExpectationKind.MUST_DETECT, "spam"), "buy", "sell")))
        .contains("has 2 inputs");
    assertThat(problem(draft(1, claim(ExpectationKind.MUST_NOT_CHANGE, "all"), "buy", "buy")))
        .contains("are the same");
  }

  @Test
  void inputs_are_checked_against_those_of_the_model() {
    Claim spam = claim(ExpectationKind.MUST_DETECT, "spam");
    VectorDraft draft =
        new VectorDraft(
            "known.yaml:4", "", "", spam, List.of(Map.of("txt", "buy", "links", "many")), "");

    assertThat(problems(LABELS, draft))
        .containsExactlyInAnyOrder(
            "known.yaml:4: there is no input 'txt'. Did you mean 'text'?",
            "known.yaml:4: 'links' is 'many', which is no number.",
            "known.yaml:4: the text 'text' is missing.");
  }

  @Test
  void a_vector_without_any_input_is_refused() {
    Claim spam = claim(ExpectationKind.MUST_DETECT, "spam");

    assertThat(
            problems(LABELS, new VectorDraft("known.yaml:4", "", "", spam, List.of(Map.of()), "")))
        .containsExactly(
            "known.yaml:4: has no input. Give 'text', or columns by name as 'inputs'.");
  }

  @Test
  void a_difference_of_scores_goes_with_its_kind_only() {
    Claim without = claim(ExpectationKind.MUST_SCORE_HIGHER, "spam");
    Claim astray = new Claim(ExpectationKind.MUST_DIFFER, List.of("spam"), 0.2);

    assertThat(problem(draft(1, without, "buy", "sell"))).contains("'by' is no difference");
    assertThat(problem(draft(1, astray, "buy", "sell"))).contains("'must_score_higher' only");
  }

  @Test
  void what_stands_twice_is_refused_with_both_places() {
    Claim spam = claim(ExpectationKind.MUST_DETECT, "spam");

    assertThat(problems(LABELS, draft(2, spam, "buy"), draft(9, spam, "buy")))
        .containsExactly(
            "known.yaml:9: says the same as the vector at known.yaml:2. Keep one, or give it"
                + " another id.");
  }
}
