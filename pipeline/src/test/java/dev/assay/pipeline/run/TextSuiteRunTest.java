package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.parts.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Suites of texts in a whole run. */
class TextSuiteRunTest {

  private static final String GATE = "  - { name: behaves, suite: known, must_pass: all }\n";

  private static final String EXPERIMENT =
      Messages.EXPERIMENT + GATE + "suites: [known.yaml]\nbaselines: none\n";

  private static final String PASSED =
      """
      vectors:
        - { id: offer, must_detect: spam, text: "A voucher, an offer" }
        - { id: plain, must_not_detect: all, text: "The river, the street, one day the house was there, then the street again" }
        - { id: both, must_co_detect: [spam, contact], text: "Dial for the bargain" }
        - { id: loud, must_not_change: spam, text: "a discount", perturbed: ["A DISCOUNT", "a, discount!"] }
      """;

  @TempDir Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void lay_out_the_folder() {
    folder = Messages.folder(temporary);
  }

  private RunResult run(String vectors) throws IOException {
    Files.writeString(folder.file("known.yaml"), vectors);
    return folder.run(EXPERIMENT);
  }

  @Test
  void texts_that_behave_as_expected_let_a_candidate_pass() throws IOException {
    RunResult run = run(PASSED);

    assertThat(run.verdict().reasonsToHold()).isEmpty();
    assertThat(run.isPromoted()).isTrue();
    JsonNode suite = ExperimentFolder.verdict(run).at("/suites/0/candidate/all");
    assertThat(suite.get("passed").asInt()).isEqualTo(4);
  }

  @Test
  void one_of_two_labels_missed_in_a_text_holds_however_good_the_figures_are() throws IOException {
    RunResult run =
        run(
            PASSED
                + "  - { id: half, must_co_detect: [spam, contact], text: \"The house, the day, the"
                + " river, then a bargain again by pigeon\" }\n");

    assertThat(run.isPromoted()).isFalse();
    assertThat(run.verdict().reasonsToHold())
        .singleElement()
        .asString()
        .startsWith("behaves: ")
        .contains("4 of 5 pass", "failing: half");
    assertThat(Files.readString(run.folder().resolve("verdict.json")))
        .contains("half")
        .doesNotContain("pigeon");
    assertThat(Files.readString(run.folder().resolve("report.html")))
        .contains("then a bargain again by pigeon");
  }

  @Test
  void a_text_of_the_suite_that_was_learned_from_ends_the_run() throws IOException {
    run(PASSED);
    String[] trained =
        Files.readAllLines(folder.file("messages.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(row -> folder.parts().part(row[0]).orElseThrow() == Part.TRAIN)
            .findFirst()
            .orElseThrow();
    String copy = "vectors: [{ known_gap: spam, text: \"%s\" }]\n".formatted(trained[1]);

    InvalidInputException leak =
        catchThrowableOfType(
            InvalidInputException.class, () -> run(copy.replace(Messages.MARK, "ZebraFinch")));

    assertThat(leak.problems())
        .anyMatch(problem -> problem.toString().contains("'" + trained[0] + "'"));
  }
}
