package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.GoalpostMove;
import dev.assay.core.gate.Outcome;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.data.parts.Part;
import dev.assay.data.parts.PartsRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** In the table it rains where the air is damp or the pressure high, and not where it is both. */
class SuiteRunTest {

  private static final WeatherTable TABLE = WeatherTable.of(1_200);
  private static final List<String> FEATURES =
      List.of("humidity", "pressure", "wind", "cloud", "dew");

  private static final String RAINS =
      """
        - { id: damp, functionality: rain, must_detect: rain, inputs: { humidity: 0.9, pressure: 0.1 } }
        - { id: high, functionality: rain, must_detect: rain, inputs: { humidity: 0.1, pressure: 0.9 } }
      """;

  private static final String DRY =
      """
        - { id: both, functionality: dry, must_not_detect: rain, inputs: { humidity: 0.9, pressure: 0.9 } }
        - { id: neither, functionality: dry, must_not_detect: all, inputs: { humidity: 0.1, pressure: 0.1 } }
      """;

  /** What the model knows, and it would take a wrong one to get wrong. */
  private static final String KNOWN = "vectors:\n" + RAINS + DRY;

  private static final String WRONG =
      "  - { id: wrong, must_detect: rain, inputs: { humidity: 0.12, pressure: 0.13 } }\n";

  @TempDir Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void lay_out_the_folder() {
    folder = new ExperimentFolder(temporary).holding(TABLE);
  }

  private static String experiment(String gate) {
    return ExperimentFolder.EXPERIMENT
        + "  - { name: behaves, suite: known, "
        + gate
        + " }\nsuites: [known.yaml]\n";
  }

  private RunResult run(String vectors, String gate) {
    return runFile(vectors, experiment(gate));
  }

  private RunResult runFile(String vectors, String experiment) {
    try {
      Files.writeString(folder.file("known.yaml"), vectors);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return folder.run(experiment);
  }

  private static Check suiteCheck(RunResult run) {
    return run.verdict().checks().stream()
        .filter(check -> check.gate().name().equals("behaves"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(JsonNode array) {
    return array.values().stream().map(JsonNode::asString).toList();
  }

  @Test
  void a_candidate_that_passes_its_suite_is_promoted_and_all_reports_tell_of_it()
      throws IOException {
    RunResult run = run(KNOWN, "must_pass: all");

    assertThat(run.isPromoted()).isTrue();
    assertThat(suiteCheck(run).sentence())
        .isEqualTo("suite known must pass all: 4 of 4 pass, 1.000 [0.510, 1.000]: pass");
    JsonNode suite = ExperimentFolder.verdict(run).get("suites").get(0);
    assertThat(suite.at("/suite").asString()).isEqualTo("known");
    assertThat(suite.at("/candidate/all/cases").asInt()).isEqualTo(4);
    assertThat(suite.at("/candidate/all/passed").asInt()).isEqualTo(4);
    assertThat(suite.at("/candidate/f1_macro").asDouble()).isEqualTo(1.0);
    assertThat(suite.at("/candidate/functionalities")).hasSize(2);
    assertThat(suite.at("/champion/all/passed").asInt()).isLessThan(4);
    assertThat(ids(suite.get("fixed"))).isNotEmpty();
    assertThat(ids(suite.get("broken"))).isEmpty();
    String page = Files.readString(run.folder().resolve("report.html"));
    assertThat(page).contains("Suite known", "What the champion fails and the candidate passes");
    assertThat(Files.readString(run.folder().resolve("report.md"))).contains("## Suite known");
    assertThat(Files.readString(run.folder().resolve("model-card.md"))).contains("suite known");
    assertThat(Files.readAllLines(run.folder().resolve("tables/suite-vectors-known.csv")))
        .hasSize(1 + 2 * 4)
        .anyMatch(line -> line.startsWith("candidate,damp,rain,must detect rain,1,"))
        .anyMatch(line -> line.startsWith("champion,neither,dry,must not detect any label,1,"));
    assertThat(Files.readString(run.folder().resolve("junit.xml"))).contains("behaves");
  }

  @Test
  void a_vector_that_the_candidate_fails_holds_it_and_is_named() {
    RunResult run = run(KNOWN + WRONG, "must_pass: all");

    assertThat(run.isPromoted()).isFalse();
    assertThat(suiteCheck(run).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(run.verdict().reasonsToHold())
        .singleElement()
        .asString()
        .startsWith("behaves: ")
        .contains("4 of 5 pass, 0.800", "failing: wrong");
  }

  @Test
  void what_other_seeds_pass_of_a_suite_is_told_beside_it() throws IOException {
    StringBuilder near = new StringBuilder("vectors:\n");
    for (int i = 0; i < 40; i++) {
      String expected = i % 2 == 0 ? "must_detect: rain" : "must_not_detect: rain";
      near.append(
          "  - { id: v%d, %s, inputs: { humidity: %.3f, pressure: 0.1 } }\n"
              .formatted(i, expected, 0.4 + i / 200.0));
    }
    String sampling = experiment("at_least: 0.01").replace("depth: 3", "depth: 3, subsample: 0.5");

    RunResult all =
        runFile(near.toString(), sampling.replace("threads: 1", "threads: 1, seeds: [1, 2, 3]"));

    JsonNode spread = ExperimentFolder.verdict(all).get("seed_spread");
    assertThat(spread.values()).hasSize(3);
    List<Double> passed = new ArrayList<>();
    List<Double> f1 = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      folder = folder.withHome("home" + seed);
      JsonNode alone =
          ExperimentFolder.verdict(
                  runFile(
                      near.toString(), sampling.replace("threads: 1", "threads: 1, seed: " + seed)))
              .at("/suites/0/candidate");
      passed.add(alone.at("/all/passed").asInt() / alone.at("/all/cases").asDouble());
      f1.add(alone.get("f1_macro").asDouble());
    }
    assertThat(Set.copyOf(passed)).as("seeds that differ").hasSizeGreaterThan(1);
    assertThat(figures(spread.get(1), "passed")).isEqualTo(passed);
    assertThat(figures(spread.get(2), "f1_macro")).isEqualTo(f1);
    assertThat(Files.readString(all.folder().resolve("report.md")))
        .containsPattern("\\| suite known +\\| passed ");
  }

  /** The values of all seeds of a figure of the suite. */
  private static List<Double> figures(JsonNode spread, String metric) {
    assertThat(spread.get("suite").asString()).isEqualTo("known");
    assertThat(spread.get("metric").asString()).isEqualTo(metric);
    return spread.get("values").values().stream().map(JsonNode::asDouble).toList();
  }

  @Test
  void labels_that_occur_together_and_are_missed_hold_a_model_of_many_labels() {
    String several =
        experiment("must_pass: all")
            .replace("{ rain: binary }", "{ multilabel: [rain, fog] }")
            .replace("metric: f1,", "metric: f1_macro,");
    String together =
        """
        vectors:
          - id: storm
            must_co_detect: [rain, fog]
            inputs: { humidity: 0.9, pressure: 0.1, wind: 1.5 }
        """;

    RunResult held = runFile(together, several);
    RunResult promoted = runFile(together.replace("wind: 1.5", "wind: -1.5"), several);

    assertThat(held.isPromoted()).isFalse();
    assertThat(held.verdict().reasonsToHold()).singleElement().asString().contains("storm");
    assertThat(promoted.isPromoted()).isTrue();
  }

  @Test
  void contexts_and_perturbations_are_judged_on_a_table_too() {
    RunResult run =
        run(
            """
            vectors:
              - id: pressure decides
                must_differ: rain
                inputs: { humidity: 0.9, pressure: 0.1 }
                against: { pressure: 0.9 }
              - id: dew does not
                must_not_change: all
                inputs: { humidity: 0.9, pressure: 0.1, dew: 0.2 }
                perturbed: [{ dew: 0.21 }, { dew: 0.19 }]
              - id: the wrong side
                must_differ: rain
                inputs: { humidity: 0.9, pressure: 0.9 }
                against: { pressure: 0.1 }
              - id: it does change
                must_not_change: rain
                inputs: { humidity: 0.9, pressure: 0.1 }
                perturbed: { humidity: 0.1 }
            """,
            "must_pass: all");

    assertThat(ids(ExperimentFolder.verdict(run).at("/suites/0/candidate/failing")))
        .containsExactly("the wrong side", "it does change");
  }

  @Test
  void a_table_as_it_comes_is_a_suite_by_what_its_columns_are_said_to_mean() throws IOException {
    Files.writeString(
        folder.file("cases.csv"),
        """
        ,nr,kind,damp,hpa,gold,remark
        0,11,wet,0.9,0.1,wet,x
        1,12,dry,0.9,0.9,not wet,y
        2,13,dry,0.12,0.13,wet,z
        """);
    String mapped =
        ExperimentFolder.EXPERIMENT
            + """
              - { name: behaves, suite: cases, at_least: 0.6 }
            suites:
              - file: cases.csv
                id: nr
                functionality: kind
                inputs: { humidity: damp, pressure: hpa }
                label: gold
                must_detect: { wet: rain }
                must_not_detect: { not wet: rain }
            """;

    RunResult run = folder.run(mapped);

    JsonNode candidate = ExperimentFolder.verdict(run).at("/suites/0/candidate");
    assertThat(ids(candidate.get("failing"))).containsExactly("13");
    assertThat(candidate.at("/functionalities/1/functionality").asString()).isEqualTo("dry");
    assertThat(candidate.at("/functionalities/1/cases").asInt()).isEqualTo(2);
    assertThat(suiteCheck(run).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void an_empty_suite_holds() {
    RunResult run = run("vectors: []\n", "at_least: 0.1");

    assertThat(run.isPromoted()).isFalse();
    assertThat(suiteCheck(run).sentence()).contains("the suite has no vector");
  }

  @Test
  void what_the_champion_passes_must_not_break() {
    assertThat(run(KNOWN, "must_pass: all").isPromoted()).isTrue();
    String stumps =
        experiment("broken: forbidden")
            .replace("rounds: 25, depth: 3", "rounds: 5, depth: 1")
            .replace("lose_at_most: 0.02", "lose_at_most: 0.9");

    RunResult run = folder.run(stumps);

    JsonNode suite = ExperimentFolder.verdict(run).at("/suites/0");
    assertThat(ids(suite.get("broken"))).isNotEmpty();
    assertThat(ids(suite.get("fixed"))).isEmpty();
    assertThat(suiteCheck(run).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(run.isPromoted()).isFalse();
  }

  @Test
  void a_known_gap_that_closes_is_counted_and_one_that_stays_does_not_hold() {
    String gaps =
        KNOWN
                .replace("must_not_detect: all", "known_false_alarm: rain")
                .replace("must_not_detect", "known_false_alarm")
            + "  - { id: wrong, known_false_alarm: rain, inputs: { humidity: 0.8, pressure: 0.2 }"
            + " }\n";

    RunResult run = run(gaps, "gaps_closed_at_least: 1");

    JsonNode candidate = ExperimentFolder.verdict(run).at("/suites/0/candidate");
    assertThat(ids(candidate.get("known_failures"))).containsExactly("wrong");
    assertThat(ids(candidate.get("unexpected_passes"))).containsExactly("both", "neither");
    assertThat(candidate.at("/all/cases").asInt()).isEqualTo(2);
    assertThat(suiteCheck(run).outcome()).isEqualTo(Outcome.PASS);
    assertThat(run.warnings())
        .anyMatch(warning -> warning.startsWith("unexpected passes in suite known: 2 "));
    assertThat(ids(ExperimentFolder.verdict(run).at("/suites/0/closed_gaps"))).isNotEmpty();
  }

  @Test
  void a_vector_that_left_the_suite_is_a_moved_goalpost() {
    run(KNOWN + WRONG, "must_pass: all");

    RunResult run = run(KNOWN, "must_pass: all");

    assertThat(run.isPromoted()).isTrue();
    assertThat(run.verdict().moves())
        .extracting(GoalpostMove::toString)
        .containsExactly("suite known: 1 of 5 vectors removed or changed (loosened)");
    assertThat(run.warnings()).anyMatch(warning -> warning.contains("moved goalpost: suite known"));
  }

  @Test
  void the_same_suite_repeats_a_run_and_another_one_does_not() throws IOException {
    RunResult first = run(KNOWN, "must_pass: all");
    byte[] verdict = Files.readAllBytes(first.folder().resolve("verdict.json"));

    RunResult again = run("# a comment\n" + KNOWN, "must_pass: all");
    RunResult other = run(KNOWN + WRONG, "must_pass: all");

    assertThat(again.runId()).isEqualTo(first.runId());
    assertThat(again.folder().resolve("verdict.json")).hasBinaryContent(verdict);
    assertThat(other.runId()).isNotEqualTo(first.runId());
  }

  private int first(Part part) {
    PartsRecord record = folder.parts();
    return IntStream.range(0, TABLE.size())
        .filter(row -> record.part(TABLE.ids().get(row)).orElseThrow() == part)
        .findFirst()
        .orElseThrow();
  }

  /** A vector with the inputs of a row, each number so much greater. */
  private static String copyOf(int row, double more) {
    String label = TABLE.value(row, "rain").equals("1") ? "must_detect" : "must_not_detect";
    String inputs =
        FEATURES.stream()
            .map(
                feature ->
                    feature
                        + ": "
                        + (more == 0
                            ? TABLE.value(row, feature)
                            : Float.parseFloat(TABLE.value(row, feature)) + (float) more))
            .collect(Collectors.joining(", "));
    return "vectors:\n  - { id: copy, %s: rain, inputs: { %s } }\n".formatted(label, inputs);
  }

  @Test
  void a_copy_or_near_copy_of_what_is_learned_from_ends_the_run_and_is_named() {
    run(KNOWN, "must_pass: all");
    int trained = first(Part.TRAIN);
    int validated = first(Part.VALIDATION);

    assertLeak(copyOf(trained, 0), trained, "same content");
    assertLeak(copyOf(trained, 0.001), trained, "near-duplicate");
    assertLeak(copyOf(validated, 0), validated, "same content");
    assertThat(run(copyOf(first(Part.TEST), 0), "at_least: 0.1")).isNotNull();
  }

  @Test
  void a_refit_on_everything_learns_from_test_rows_too() {
    run(KNOWN, "must_pass: all");
    int tested = first(Part.TEST);
    String refitting = experiment("must_pass: all") + "refit: all\n";

    assertLeak(() -> runFile(copyOf(tested, 0), refitting), tested, "same content");
  }

  private void assertLeak(String vectors, int row, String kind) {
    assertLeak(() -> run(vectors, "must_pass: all"), row, kind);
  }

  private void assertLeak(ThrowableAssert.ThrowingCallable leaking, int row, String kind) {
    InvalidInputException leak = catchThrowableOfType(InvalidInputException.class, leaking);

    assertThat(leak.problems())
        .extracting(Problem::toString)
        .filteredOn(problem -> problem.contains("leak of"))
        .singleElement()
        .asString()
        .contains("training and 'suite known'")
        .contains("'" + TABLE.ids().get(row) + "' and 'suite:known/copy#1'")
        .contains(kind);
    assertThat(folder.registry().runs().all()).hasSize(1);
  }

  @Test
  void what_only_the_champion_was_trained_on_is_not_held_against_the_candidate() {
    run(KNOWN, "must_pass: all");
    int trained = first(Part.TRAIN);
    folder.holding(TABLE.rows(0, trained).plus(TABLE.rows(trained + 1, TABLE.size())));

    RunResult run = run(copyOf(trained, 0), "at_least: 0.1");

    JsonNode suite = ExperimentFolder.verdict(run).at("/suites/0");
    assertThat(ids(suite.get("seen_by_champion"))).containsExactly("copy");
    assertThat(suite.at("/champion/all/cases").asInt()).isZero();
    assertThat(suite.at("/candidate/all/cases").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_wrong_with_suites_and_data_is_listed_together_with_its_lines() {
    folder.holding(TABLE.with(10, "humidity", "wet"));

    InvalidInputException invalid =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> run(KNOWN.replace("rain, inputs", "rian, inputs"), "must_pass: all"));
    assertThat(invalid.problems())
        .extracting(Problem::where)
        .as("without columns nobody knows what vectors may have")
        .containsExactly("weather.csv:12");

    folder.holding(TABLE);
    InvalidInputException second =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> run(KNOWN.replace("rain, inputs", "rian, inputs"), "must_pass: all"));
    assertThat(second.problems())
        .extracting(Problem::toString)
        .hasSize(3)
        .first()
        .asString()
        .isEqualTo("known.yaml:2: 'must_detect' names no label: 'rian'. Did you mean 'rain'?");
  }
}
