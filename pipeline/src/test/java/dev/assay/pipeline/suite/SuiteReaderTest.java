package dev.assay.pipeline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.progress.Progress;
import dev.assay.core.suite.Expectation;
import dev.assay.core.suite.Suite;
import dev.assay.core.suite.Vector;
import dev.assay.core.suite.VectorInput;
import dev.assay.pipeline.experiment.SuiteDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReaderTest {

  private static final LabelSchema SCHEMA =
      new LabelSchema(TaskKind.MULTILABEL, List.of("spam", "contact_info"));
  private static final List<Input> INPUTS =
      List.of(new Input("message", InputKind.TEXT), new Input("channel", InputKind.CATEGORICAL));

  @TempDir Path folder;

  private Suite read(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return new SuiteReader(folder, SCHEMA, INPUTS, Progress.SILENT)
        .read(SuiteDeclaration.ofFile(file));
  }

  private List<String> problems(String file, String text) {
    return catchThrowableOfType(InvalidInputException.class, () -> read(file, text))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void a_yaml_file_has_vectors_of_every_kind() throws IOException {
    Suite suite =
        read(
            "known.yaml",
            """
            note: what users told us of
            vectors:
              - { must_detect: spam, text: buy now, functionality: plain, id: v1, note: reported }
              - { must_not_detect: all, text: see you at nine }
              - { must_co_detect: [spam, contact_info], text: "buy: call 123" }
              - must_differ: contact_info
                inputs: { message: call me, channel: public }
                against: { channel: private }
              - { must_score_higher: spam, by: 0.2, text: buy now, against: buy bread }
              - { must_not_change: all, text: buy now, perturbed: [buy nwo, { message: BUY NOW }] }
              - { known_gap: spam, text: b u y }
              - { known_false_alarm: spam, text: nothing to buy }
            """);

    assertThat(suite.name()).isEqualTo("known");
    assertThat(suite.vectors())
        .extracting(Vector::expectation)
        .containsExactly(
            new Expectation.MustDetect(List.of("spam")),
            new Expectation.MustNotDetect(List.of()),
            new Expectation.MustCoDetect(List.of("spam", "contact_info")),
            new Expectation.MustDiffer(List.of("contact_info")),
            new Expectation.MustScoreHigher(List.of("spam"), 0.2),
            new Expectation.MustNotChange(List.of()),
            new Expectation.KnownGap(List.of("spam")),
            new Expectation.KnownFalseAlarm(List.of("spam")));
    assertThat(suite.vectors().getFirst())
        .isEqualTo(
            new Vector(
                "v1",
                "plain",
                new Expectation.MustDetect(List.of("spam")),
                List.of(new VectorInput(Map.of("message", "buy now"))),
                "reported"));
    assertThat(suite.vectors().get(3).inputs())
        .containsExactly(
            new VectorInput(Map.of("message", "call me", "channel", "public")),
            new VectorInput(Map.of("message", "call me", "channel", "private")));
    assertThat(suite.vectors().get(5).inputs())
        .extracting(VectorInput::words)
        .containsExactly("buy now", "buy nwo", "BUY NOW");
  }

  @Test
  void json_lines_say_the_same_as_yaml() throws IOException {
    Suite lines =
        read(
            "known.jsonl",
            """
            {"must_detect": "spam", "text": "buy \\"now\\" \\ud83d\\ude00", "functionality": "plain"}

            {"must_differ": ["spam"], "inputs": {"message": "buy", "channel": "a"}, "against": {"channel": "b"}}
            """);
    Suite yaml =
        read(
            "known.yaml",
            """
            vectors:
              - { must_detect: spam, text: 'buy "now" 😀', functionality: plain }
              - { must_differ: spam, inputs: { message: buy, channel: a }, against: { channel: b } }
            """);

    assertThat(lines).isEqualTo(yaml);
  }

  @Test
  void all_that_is_wrong_with_a_file_is_listed_with_its_lines() {
    assertThat(
            problems(
                "known.yaml",
                """
                vectors:
                  - { must_detct: spam, text: buy }
                  - { must_detect: spma, text: buy }
                  - { must_detect: spam, must_not_detect: spam, text: buy }
                  - { must_detect: spam, inputs: { massage: buy } }
                  - { must_detect: spam }
                  - { must_score_higher: spam, by: 2, text: a, against: b }
                notes: more
                """))
        .anyMatch(p -> p.startsWith("known.yaml:2: expects nothing."))
        .anyMatch(
            p ->
                p.startsWith("known.yaml:2: unknown key 'vectors[0].must_detct'.")
                    && p.contains("'must_detect'"))
        .anyMatch(
            p -> p.startsWith("known.yaml:3:") && p.contains("'spma'") && p.contains("'spam'"))
        .anyMatch(p -> p.startsWith("known.yaml:4:") && p.contains("stands beside"))
        .anyMatch(
            p ->
                p.startsWith("known.yaml:5: there is no input 'massage'")
                    && p.contains("'message'"))
        .anyMatch(p -> p.startsWith("known.yaml:6: has no input."))
        .anyMatch(p -> p.startsWith("known.yaml:7:") && p.contains("by"))
        .anyMatch(p -> p.startsWith("known.yaml:8: unknown key 'notes'"));
  }

  @Test
  void broken_json_lines_are_all_listed_once() {
    assertThat(
            problems(
                "known.jsonl",
                """
                {"must_detect": "spam", "text": "a"}
                {"must_detect":
                [1]
                {"text": "a", "text": "b", "must_detect": "spam"}
                """))
        .hasSize(3)
        .anyMatch(problem -> problem.startsWith("known.jsonl:2: is no JSON"))
        .anyMatch(problem -> problem.startsWith("known.jsonl:3: holds no JSON object"))
        .anyMatch(problem -> problem.startsWith("known.jsonl:4: is no JSON"));
  }

  @Test
  void a_table_of_assays_own_is_read_without_a_declaration_of_columns() throws IOException {
    Suite suite = read("known.csv", "expect,labels,message\nmust_detect,spam,buy now\n");

    assertThat(suite.vectors())
        .singleElement()
        .satisfies(
            vector ->
                assertThat(vector.inputs())
                    .containsExactly(new VectorInput(Map.of("message", "buy now"))));
  }

  @Test
  void a_file_without_vectors_is_refused_and_one_without_any_is_not() throws IOException {
    assertThat(problems("known.yaml", "cases: []\n"))
        .anyMatch(problem -> problem.contains("vectors is missing"));
    assertThat(read("none.yaml", "vectors: []\n").vectors()).isEmpty();
  }
}
