package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dual gate of a forecast team: no loss on recent reality, and a bounded one on a frozen legacy
 * holdout whose label distribution is of the past.
 */
class GateCommandTest {

  private static final String DUAL_GATE =
      """
      name: weekly-forecast
      gates:
        - { name: recent reality, metric: f1, on: recent, lose_at_most: 0.02 }
        - { name: legacy is no cliff, metric: f1, on: legacy, lose_at_most: 0.10 }
        - { name: not degenerate, degenerate: forbidden, on: [recent, legacy] }
      """;

  /** What only a verdict on files says. */
  private static final List<String> OF_FILES = List.of("gates_file", "decided_by");

  @TempDir private Path folder;
  private Path gates;
  private Path championRecent;
  private Path championLegacy;
  private Path candidateRecent;

  @BeforeEach
  void writeFiles() throws IOException {
    gates = Files.writeString(folder.resolve("gates.yaml"), DUAL_GATE);
    championRecent = JudgedRows.write(folder.resolve("champion-recent.csv"), 60, 43, 10, 300);
    championLegacy = JudgedRows.write(folder.resolve("champion-legacy.csv"), 84, 16, 16, 1460);
    candidateRecent = JudgedRows.write(folder.resolve("candidate-recent.csv"), 89, 14, 14, 300);
  }

  private VerbRun gate(Path candidateLegacy, Object... more) {
    Object[] always = {
      "gate", gates,
      "--candidate", "recent=" + candidateRecent,
      "--candidate", "legacy=" + candidateLegacy,
      "--champion", "recent=" + championRecent,
      "--champion", "legacy=" + championLegacy
    };
    Object[] all = Arrays.copyOf(always, always.length + more.length);
    System.arraycopy(more, 0, all, always.length, more.length);
    return VerbRun.of(all);
  }

  @Test
  void a_bounded_loss_on_the_past_would_promote() throws IOException {
    Path drifted = JudgedRows.write(folder.resolve("drifted.csv"), 80, 20, 30, 1460);

    VerbRun run = gate(drifted, "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode verdict = run.json();
    assertThat(verdict.get("decision").asString()).isEqualTo("promote");
    assertThat(outcomes(verdict)).containsExactly("pass", "pass", "pass");
    assertThat(verdict.at("/checks/1/evidence/0/candidate").asDouble()).isEqualTo(160 / 210.0);
    assertThat(verdict.at("/checks/1/evidence/0/champion").asDouble()).isEqualTo(168 / 200.0);
  }

  @Test
  void a_cliff_on_the_past_holds() throws IOException {
    Path cliff = JudgedRows.write(folder.resolve("cliff.csv"), 80, 20, 146, 1460);

    VerbRun run = gate(cliff);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("HELD", "0.491 against 0.84")
        .containsPattern("legacy is no cliff +fail")
        .containsPattern("recent reality +pass")
        .doesNotContain("held: ");
  }

  @Test
  void predicting_everything_is_degenerate_whatever_the_figure() throws IOException {
    Path everything = JudgedRows.write(folder.resolve("everything.csv"), 100, 0, 1360, 1460);

    VerbRun run = gate(everything, "--json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(outcomes(run.json())).containsExactly("pass", "fail", "fail");
  }

  @Test
  void the_verdict_says_that_exposure_is_unknown() throws IOException {
    Path drifted = JudgedRows.write(folder.resolve("drifted.csv"), 80, 20, 30, 1460);

    assertThat(gate(drifted).out())
        .contains("warning: exposure unknown on recent", "warning: exposure unknown on legacy");
  }

  private static final String CASES =
      """
      vectors:
        - { id: flood, functionality: plain, must_detect: positive, text: the river rises }
        - { id: calm, functionality: plain, must_not_detect: positive, text: a quiet day }
        - id: negated
          must_differ: positive
          text: there is a flood
          against: there is no flood
        - { id: slang, known_gap: positive, text: water everywhere mate }
      """;

  private Path behaving() throws IOException {
    Files.writeString(folder.resolve("cases.yaml"), CASES);
    return Files.writeString(
        folder.resolve("behaving.yaml"),
        """
        name: floods
        suites: [cases.yaml]
        gates:
          - { name: recent reality, metric: f1, on: recent, lose_at_most: 0.02 }
          - { name: knows its cases, suite: cases, must_pass: all }
          - { name: breaks nothing, suite: cases, broken: forbidden }
        """);
  }

  private VerbRun judgeCases(Path gates, String... suites) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "gate",
                gates,
                "--candidate",
                "recent=" + candidateRecent,
                "--champion",
                "recent=" + championRecent,
                "--json"));
    words.addAll(List.of(suites));
    return VerbRun.of(words.toArray());
  }

  /** Scores the inputs as another program would, by the table that it was given. */
  private Path scored(String name, double calm, double negation) throws IOException {
    List<String> lines = new ArrayList<>(List.of("score,id"));
    List<String> inputs = Files.readAllLines(folder.resolve("to-score/cases.csv"));
    assertThat(inputs.getFirst()).isEqualTo("id,text");
    for (String input : inputs.subList(1, inputs.size()).reversed()) {
      String text = input.substring(input.indexOf(',') + 1);
      double score =
          switch (text) {
            case "a quiet day" -> calm;
            case "there is no flood" -> negation;
            case "water everywhere mate" -> 0.1;
            default -> 0.9;
          };
      lines.add(score + "," + input.substring(0, input.indexOf(',')));
    }
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void scores_of_the_vectors_of_a_suite_go_through_its_gates() throws IOException {
    Path asked = behaving();
    VerbRun written = VerbRun.of("data", "vectors", asked, "--out", folder.resolve("to-score"));
    assertThat(written.out()).contains("5 inputs in ");
    Path good = scored("good.csv", 0.2, 0.3);
    Path deaf = scored("deaf.csv", 0.2, 0.8);

    VerbRun passes =
        judgeCases(
            asked, "--candidate-suite", "cases=" + good, "--champion-suite", "cases=" + deaf);
    VerbRun fails =
        judgeCases(
            asked, "--candidate-suite", "cases=" + deaf, "--champion-suite", "cases=" + good);

    assertThat(passes.err()).isEmpty();
    assertThat(passes.code()).isZero();
    assertThat(passes.json().at("/suites/0/fixed/0").asString()).isEqualTo("negated");
    assertThat(passes.json().at("/suites/0/candidate/known_failures/0").asString())
        .isEqualTo("slang");
    assertThat(fails.code()).isEqualTo(3);
    assertThat(outcomes(fails.json())).containsExactly("pass", "fail", "fail", "pass");
    assertThat(fails.json().at("/suites/0/broken/0").asString()).isEqualTo("negated");
  }

  @Test
  void a_label_without_a_name_in_the_files_is_the_one_that_the_suite_speaks_of()
      throws IOException {
    Path asked = behaving();
    Files.writeString(folder.resolve("cases.yaml"), CASES.replace("positive", "flooded"));
    VerbRun.of("data", "vectors", asked, "--out", folder.resolve("to-score"));
    Path good = scored("good.csv", 0.2, 0.3);

    VerbRun run =
        judgeCases(
            asked, "--candidate-suite", "cases=" + good, "--champion-suite", "cases=" + good);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void what_is_wrong_with_vectors_that_are_to_be_written_is_told_with_its_line()
      throws IOException {
    Path cases =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            """
            vectors:
              - { id: a, must_detect: , text: the river rises }
              - { id: b, must_detect: flooded, inputs: { "": wet } }
            """);
    Path twice =
        Files.writeString(
            folder.resolve("twice.yaml"),
            """
            vectors:
              - { id: a, must_differ: flooded, text: there is a flood, against: there is none }
              - { id: "a#2", must_detect: flooded, text: the river rises }
            """);

    VerbRun wrong = VerbRun.of("data", "vectors", cases, "--out", folder.resolve("out"));
    VerbRun same = VerbRun.of("data", "vectors", twice, "--out", folder.resolve("out"));

    assertThat(List.of(wrong.code(), same.code())).containsOnly(2);
    assertThat(wrong.err()).contains("wrong.yaml:2", "wrong.yaml:3").doesNotContain("\tat ");
    assertThat(same.err()).contains("'a#2' is the id of a vector and of an input of another.");
  }

  @Test
  void a_suite_without_scores_of_a_side_holds_what_asks_for_them() throws IOException {
    Path asked = behaving();
    VerbRun.of("data", "vectors", asked, "--out", folder.resolve("to-score"));
    Path good = scored("good.csv", 0.2, 0.3);

    VerbRun none = judgeCases(asked);
    VerbRun alone =
        judgeCases(
            asked,
            "--candidate-suite",
            "cases=" + good,
            "--out",
            folder.resolve("verdict").toString());

    assertThat(outcomes(none.json())).containsExactly("pass", "fail", "fail", "pass");
    assertThat(outcomes(alone.json())).containsExactly("pass", "pass", "fail", "pass");
    assertThat(folder.resolve("verdict/tables/suite-vectors-cases.csv")).exists();
    assertThat(folder.resolve("verdict/report.html")).content().contains("Suite cases");
  }

  @Test
  void scores_of_other_vectors_are_refused_with_their_ids() throws IOException {
    Path asked = behaving();
    Path other =
        Files.writeString(folder.resolve("other.csv"), "id,score\nflood,0.9\ncalm,0.1\nold,0.4\n");

    VerbRun run =
        judgeCases(asked, "--candidate-suite", "cases=" + other, "--champion-suite", "case=x.csv");
    VerbRun wrong = judgeCases(asked, "--candidate-suite", "cases=" + other);

    assertThat(List.of(run.code(), wrong.code())).containsOnly(2);
    assertThat(run.err()).contains("'case' is no suite of", "Did you mean 'cases'?");
    assertThat(wrong.err())
        .contains("lacks 3 of 5 inputs of the suite 'cases': negated#1, negated#2, slang.")
        .contains("has 1 ids of no vector of the suite 'cases': old.");
  }

  @Test
  void without_a_champion_gates_on_changes_hold() {
    VerbRun run = VerbRun.of("gate", gates, "--candidate", "recent=" + candidateRecent, "--json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(outcomes(run.json())).containsExactly("fail", "fail", "fail");
    assertThat(run.json().get("warnings").toString())
        .contains("there are no predictions of the champion on recent");
  }

  @Test
  void a_file_without_gates_holds() throws IOException {
    Files.writeString(gates, "name: weekly-forecast\nholdouts: [recent]\n");

    VerbRun run = VerbRun.of("gate", gates, "--candidate", "recent=" + candidateRecent);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("no gate is set, and nothing passes by absence");
  }

  @Test
  void sides_of_other_examples_are_wrong_input_with_the_ids_listed() throws IOException {
    Path fewer = JudgedRows.write(folder.resolve("fewer.csv"), 80, 20, 30, 1458);

    VerbRun run = gate(fewer);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("lacks: r1458, r1459").doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void all_problems_of_gates_and_files_are_told_at_once() throws IOException {
    Files.writeString(
        gates,
        """
        name: weekly forecast
        gates:
          - { name: recent reality, metric: f11, on: recent, lose_at_most: 0.02 }
          - { name: legacy, metric: f1, onn: legacy, lose_at_most: 0.10 }
        threshold: { maximise: f1 }
        """);

    VerbRun run = VerbRun.of("gate", gates, "--candidate", "recent=" + candidateRecent);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("gates.yaml:1: name is 'weekly forecast'")
        .contains("gates.yaml:4: unknown key 'gates[1].onn'. Did you mean 'on'?")
        .contains("gates.yaml:5: unknown key 'threshold'. Did you mean 'thresholds'?");
  }

  @Test
  void a_holdout_that_is_misspelt_or_lacks_its_candidate_is_wrong_input() {
    VerbRun run =
        VerbRun.of(
            "gate",
            gates,
            "--candidate",
            "recnt=" + candidateRecent,
            "--champion",
            "legacy=" + championLegacy);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("Did you mean 'recent'?")
        .contains("'legacy' has predictions of the champion only");
  }

  @Test
  void each_side_is_decided_at_its_own_cut() throws IOException {
    Path drifted = JudgedRows.write(folder.resolve("drifted.csv"), 80, 20, 30, 1460);

    JsonNode verdict =
        gate(drifted, "--champion-cut", "0.95", "--candidate-cut", "0.4", "--json").json();

    assertThat(verdict.at("/checks/1/evidence/0/champion").asDouble()).isZero();
    assertThat(verdict.at("/checks/1/evidence/0/candidate").asDouble()).isEqualTo(160 / 210.0);
  }

  @Test
  void the_folder_holds_a_verdict_that_the_same_files_give_again_byte_for_byte()
      throws IOException {
    Path cliff = JudgedRows.write(folder.resolve("cliff.csv"), 80, 20, 146, 1460);
    Path once = folder.resolve("once");
    Path again = folder.resolve("again");

    gate(cliff, "--out", once);
    gate(cliff, "--out", again);

    assertThat(once.resolve("verdict.json")).hasSameBinaryContentAs(again.resolve("verdict.json"));
    assertThat(once.resolve("junit.xml"))
        .content()
        .contains("tests=\"3\" failures=\"1\"", "legacy is no cliff");
    assertThat(once.resolve("report.html")).content().contains("legacy is no cliff");
  }

  @Test
  void the_verdict_has_the_shape_of_that_of_a_run() throws IOException {
    RainFolder rain = new RainFolder(folder);
    Path home = rain.file("home");
    VerbRun run =
        VerbRun.of("run", rain.write("rain.yaml", RainFolder.EXPERIMENT), "--home", home, "--json");
    JsonNode ofRun =
        JsonMapper.shared()
            .readTree(Path.of(run.json().get("folder").asString(), "verdict.json").toFile());
    Path drifted = JudgedRows.write(folder.resolve("drifted.csv"), 80, 20, 30, 1460);

    JsonNode ofFiles = gate(drifted, "--json").json();

    for (String place : List.of("/checks/0", "/checks/0/evidence/0")) {
      assertThat(keys(ofFiles.at(place))).as(place).isNotEmpty().isEqualTo(keys(ofRun.at(place)));
    }
    List<String> figure = new ArrayList<>(keys(ofFiles.at("/holdouts/0/figures/0")));
    // The noise of seeds is that of a champion that Assay can train again.
    figure.add("noise");
    assertThat(keys(ofRun.at("/holdouts/0/figures/0"))).isEqualTo(figure);
    assertThat(keys(ofRun))
        .contains("schema_version", "experiment", "decision", "checks", "holdouts")
        .containsAll(keys(ofFiles).stream().filter(key -> !OF_FILES.contains(key)).toList());
    assertThat(keys(ofRun.at("/holdouts/0"))).containsAll(keys(ofFiles.at("/holdouts/0")));
    assertThat(ofFiles.get("schema_version")).isEqualTo(ofRun.get("schema_version"));
  }

  private static List<String> keys(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  private static List<String> outcomes(JsonNode verdict) {
    return verdict.get("checks").values().stream()
        .map(check -> check.get("outcome").asString())
        .toList();
  }
}
