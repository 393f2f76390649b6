package dev.assay.pipeline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.gate.ChangeGate;
import dev.assay.core.gate.Gate;
import dev.assay.core.gate.Limit;
import dev.assay.core.gate.RegressionGate;
import dev.assay.core.gate.SubjectSelector;
import dev.assay.core.gate.ValueGate;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.threshold.Bounds;
import dev.assay.core.threshold.Objective;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentReaderTest {

  @Test
  void a_holdout_with_a_wrong_length_is_one_problem_and_gates_may_still_name_it() {
    String text =
        """
        name: rain
        data: { rows: { csv: rows.csv }, label: { rain: binary } }
        holdouts:
          recent: { last: 60 }
        gates:
          - { name: good, metric: f1, on: recent, at_least: 0.5 }
        """;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ExperimentReader.parse(Path.of("rain.yaml"), text))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .singleElement()
                    .asString()
                    .contains("rain.yaml:4", "holdouts.recent.last", "7d", "'60'"));
  }

  @Test
  void of_two_keys_of_which_one_would_win_both_are_named_with_the_line_of_the_later() {
    String text =
        """
        name: rain
        data:
          rows:
            csv: rows.csv
            sql: rows.sql
          label: { rain: { positive: wet, separated_by: ; } }
          part: split
        parts: { train: 0.6, validation: 0.2, test: 0.2 }
        train: { seed: 1, seeds: [2, 3] }
        thresholds: { maximise: f1, cost: { false_negative: 5 } }
        tiers: { 1: { labels: [rain] } }
        gates:
          - { name: a, metric: f1, on: test, at_least: 0.5, improve_by: 0.1, count_at_least: 2 }
          - { name: b, metric: f1, on: test, lose_at_most: 0.1, summary: worst }
          - { name: c, metric: f1, on: test, labels: [rain], tier: 1, at_least: 0 }
          - { name: d, p95: 20ms, size: 30MB }
          - { name: e, metric: f1, on: test, picked_on: test, at_least: 0 }
          - { name: f, metric: f1, on: test, count_at_least: 3, at_least: 0 }
        """;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ExperimentReader.parse(Path.of("rain.yaml"), text))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .map(problem -> problem.where() + " " + problem.what())
                    .containsExactlyInAnyOrder(
                        "rain.yaml:5 data.rows.sql stands beside 'csv'.",
                        "rain.yaml:6 data.label.rain.separated_by goes with multilabel only.",
                        "rain.yaml:8 parts stands beside 'data.part', a split that comes with the"
                            + " data.",
                        "rain.yaml:9 train.seeds stands beside 'seed'.",
                        "rain.yaml:10 thresholds.cost stands beside 'maximise'.",
                        "rain.yaml:13 gates[0].improve_by stands beside 'at_least'.",
                        "rain.yaml:14 gates[1].summary goes with at_least or at_most only.",
                        "rain.yaml:15 gates[2].tier stands beside 'labels'.",
                        "rain.yaml:16 gates[3].size stands beside 'p95'.",
                        "rain.yaml:17 gates[4].picked_on goes with groups only.",
                        "rain.yaml:18 gates[5].count_at_least goes with improve_by only."));
  }

  @Test
  void values_that_no_objective_has_are_told_with_their_lines_beside_all_other_problems() {
    String head =
        """
        name: rain
        data: { rows: { csv: rows.csv }, label: { rain: { multilabel: [a], separated_by: '' } } }
        holdouts:
          groups: { leave_one_out: country, minimum_support: 99999999999999999999 events }
        tiers: { 1: { labels: [a], minimum_support: 99999999999999999999 } }
        expect: [{ metric: ' ', on: ' ', change: 0..Infinity }]
        """;
    String beta = "f" + "9".repeat(400);

    assertThat(problems(head + "thresholds: { recall_at_least: 0 }\n"))
        .anyMatch(p -> p.matches("rain.yaml:7: thresholds.recall_at_least must be .*above 0.*"))
        .anyMatch(p -> p.startsWith("rain.yaml:2: data.label.rain.separated_by is empty."))
        .anyMatch(p -> p.startsWith("rain.yaml:4: holdouts.groups.minimum_support must be"))
        .anyMatch(p -> p.startsWith("rain.yaml:5: tiers.1.minimum_support must be"))
        .anyMatch(p -> p.startsWith("rain.yaml:6: expect[0].change must be a range"));
    assertThat(problems(head + "thresholds: { precision_at_least: 0 }\n"))
        .anyMatch(p -> p.matches("rain.yaml:7: thresholds.precision_at_least must .*above 0.*"));
    assertThat(problems(head + "thresholds: { cost: { false_positive: 0, false_negative: 0 } }\n"))
        .anyMatch(p -> p.startsWith("rain.yaml:7: thresholds.cost is 0 for both mistakes."));
    assertThat(problems(head + "thresholds: { maximise: " + beta + " }\n"))
        .anyMatch(p -> p.startsWith("rain.yaml:7: thresholds.maximise must be f1"));
  }

  @Test
  void one_of_the_costs_may_be_nothing() {
    String text =
        """
        name: rain
        data: { rows: { csv: rows.csv }, label: { rain: binary } }
        thresholds: { cost: { false_positive: 0 } }
        """;

    assertThat(ExperimentReader.parse(Path.of("rain.yaml"), text).decision().objective())
        .isEqualTo(new Objective.Cost(0, 1));
  }

  private static final String SLICED =
      """
      name: storms
      data:
        rows: { csv: rows.csv }
        label: { multilabel: [hail, rain] }
        slices: [region, season]
      gates:
      """;

  @Test
  void what_may_not_regress_is_each_label_group_or_level_or_each_label_in_each_level() {
    List<SubjectSelector> subjects =
        ExperimentReader.parse(
                Path.of("storms.yaml"),
                SLICED
                    + """
                      - { name: a, metric: f1_macro, on: test, regressions: forbidden }
                      - { name: b, metric: f1, on: test, regressions: forbidden, each: label }
                      - { name: c, metric: f1_macro, on: test, regressions: forbidden, each: group }
                      - { name: d, metric: f1_macro, on: test, regressions: forbidden, each: season }
                      - { name: e, metric: f1, on: test, regressions: forbidden, each: [label, region] }
                    """)
            .gates()
            .stream()
            .map(gate -> ((RegressionGate) gate).target().subjects())
            .toList();

    assertThat(subjects)
        .containsExactly(
            new SubjectSelector.WholeHoldout(),
            new SubjectSelector.EachLabel(),
            new SubjectSelector.EachGroup(),
            new SubjectSelector.EachLevel("season"),
            new SubjectSelector.EachLabelInLevels("region"));
  }

  @Test
  void what_cannot_be_asked_of_regressions_is_told_with_line_and_mend() {
    String text =
        SLICED
            + """
              - { name: a, metric: f1, on: test, regressions: few }
              - { name: b, metric: f1, on: test, regressions: forbidden, lose_at_most: 0.1 }
              - { name: c, metric: f1, on: test, regressions: forbidden, summary: worst }
              - { name: d, metric: f1, on: test, regressions: forbidden, judge: point }
              - { name: e, metric: f1, on: test, regressions: forbidden, among: { worst: 2, of: r } }
              - { name: f, metric: f1, on: test, regressions: forbidden, each: [label, group] }
              - { name: g, metric: f1, on: test, regressions: forbidden, each: [region, season] }
              - { name: h, metric: f1, on: test, regressions: forbidden, size: 30MB }
              - { name: i, metric: positive_rate, on: test, regressions: forbidden }
              - { name: j, metric: f1, on: test, regressions: forbidden, each: regoin }
            """;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ExperimentReader.parse(Path.of("storms.yaml"), text))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .map(Object::toString)
                    .hasSize(10)
                    .anySatisfy(p -> assertThat(p).contains(":7", "few", "forbidden"))
                    .anySatisfy(p -> assertThat(p).contains(":8", "lose_at_most", "two gates"))
                    .anySatisfy(p -> assertThat(p).contains(":9", "summary stands beside"))
                    .anySatisfy(p -> assertThat(p).contains(":10", "judge", "Remove it"))
                    .anySatisfy(p -> assertThat(p).contains(":11", "among", "by themselves"))
                    .anySatisfy(p -> assertThat(p).contains(":12", "[label, group]", "SLICE"))
                    .anySatisfy(p -> assertThat(p).contains(":13", "[region, season]"))
                    .anySatisfy(p -> assertThat(p).contains(":14", "size stands beside"))
                    .anySatisfy(p -> assertThat(p).contains(":15", "bound its value"))
                    .anySatisfy(p -> assertThat(p).contains(":16", "regoin", "region, season")));
  }

  private static final String LABELS =
      """
      name: storms
      data: { rows: { csv: rows.csv }, label: { multilabel: [hail, rain, wind] } }
      """;

  @Test
  void a_tier_asks_each_of_its_labels_for_every_figure_and_bounds_their_cuts() {
    Experiment read =
        ExperimentReader.parse(
            Path.of("storms.yaml"),
            LABELS
                + """
                thresholds: { within: 0.1..0.9, labels: { wind: 0.3..0.5 } }
                tiers:
                  1: { labels: [hail], at_least: { f1: 0.93, recall: 0.9 }, threshold: 0.2..0.6 }
                  2: { labels: [rain, wind], lose_at_most: { f1: 0.02 }, threshold: 0.25..0.7 }
                gates:
                  - { name: sharp, metric: precision, on: test, tier: 2, at_least: 0.5 }
                """);

    assertThat(read.gates().stream().map(Gate::name))
        .containsExactly("sharp", "tier 1: f1", "tier 1: recall", "tier 2: change of f1");
    assertThat(((ValueGate) read.gates().getFirst()).target().subjects())
        .isEqualTo(new SubjectSelector.NamedLabels("tier 2", List.of("rain", "wind")));
    assertThat(((ValueGate) read.gates().get(2)).limit()).isEqualTo(Limit.atLeast(0.9));
    assertThat(((ChangeGate) read.gates().get(3)).target().holdouts()).containsExactly("test");
    assertThat(read.decision().boundsOf("hail")).isEqualTo(new Bounds(0.2, 0.6));
    assertThat(read.decision().boundsOf("rain")).isEqualTo(new Bounds(0.25, 0.7));
    assertThat(read.decision().boundsOf("wind"))
        .as("a label's own bounds go before those of its tier")
        .isEqualTo(new Bounds(0.3, 0.5));
  }

  @Test
  void a_label_in_two_tiers_an_unknown_tier_and_an_unknown_metric_are_all_named() {
    String text =
        LABELS
            + """
            tiers:
              1: { labels: [hail, rain], at_least: { fi: 0.9 } }
              2: { labels: [rain], on: latest }
            gates:
              - { name: sharp, metric: precision, on: test, tier: 3, at_least: 0.5 }
            """;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ExperimentReader.parse(Path.of("storms.yaml"), text))
        .satisfies(
            invalid ->
                assertThat(invalid.getMessage())
                    .contains("'rain' is in tier 1 too", "names no tier: '3'", "latest", "fi"));
  }

  @Test
  void a_label_that_bounds_tiers_or_gates_name_and_the_data_do_not_is_told_with_its_line() {
    String text =
        LABELS
            + """
            thresholds: { labels: { hial: 0.2..0.6 } }
            tiers:
              1: { labels: [rian], at_least: { f1: 0.9 } }
              2: { labels: [wind, wimd], threshold: 0.2..0.6 }
            gates:
              - { name: some, metric: f1, on: test, labels: [wind, rin], at_least: 0.5 }
              - { name: one, metric: f1, on: test, labels: hali, at_least: 0.5 }
            """;

    assertThat(
            catchThrowableOfType(
                    InvalidInputException.class,
                    () -> ExperimentReader.parse(Path.of("storms.yaml"), text))
                .problems()
                .stream()
                .map(Problem::toString))
        .containsExactlyInAnyOrder(
            "storms.yaml:3: thresholds.labels names no label: 'hial'. Did you mean 'hail'?",
            "storms.yaml:5: tiers.1.labels names no label: 'rian'. Did you mean 'rain'?",
            "storms.yaml:6: tiers.2.labels names no label: 'wimd'. Did you mean 'wind'?",
            "storms.yaml:8: gates[0].labels names no label: 'rin'. Did you mean 'rain'?",
            "storms.yaml:9: gates[1].labels names no label: 'hali'. Did you mean 'hail'?");
  }

  @Test
  void problems_of_settings_within_settings_are_all_named_with_the_line_where_they_stand() {
    String text =
        """
        name: rain
        data: { rows: { csv: rows.csv }, label: { rain: binary }, group: country }
        train:
          with: group-heads
          base:
            with: logistik
          head:
            dept: 3
            rounds: 0
          clusters:
            north: [NO, SE]
            south: []
            east:
              - SE
          negatives: none
        """;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ExperimentReader.parse(Path.of("rain.yaml"), text))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Object::toString)
                    .hasSize(6)
                    .anySatisfy(p -> assertThat(p).contains("rain.yaml:6", "'logistic'"))
                    .anySatisfy(p -> assertThat(p).contains("rain.yaml:8", "head.dept", "'depth'"))
                    .anySatisfy(p -> assertThat(p).contains("rain.yaml:9", "head.rounds is '0'"))
                    .anySatisfy(p -> assertThat(p).contains("rain.yaml:12", "south is empty"))
                    .anySatisfy(p -> assertThat(p).contains("rain.yaml:14", "'SE' is in"))
                    .anySatisfy(p -> assertThat(p).contains("rain.yaml:15", "negatives")));
  }

  @Test
  void group_heads_without_clusters_miss_them_at_the_line_of_the_section() {
    String text =
        """
        name: rain
        data: { rows: { csv: rows.csv }, label: { rain: binary }, group: country }
        train: { with: group-heads, base: logistic }
        """;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ExperimentReader.parse(Path.of("rain.yaml"), text))
        .withMessageContaining("rain.yaml:3")
        .withMessageContaining("clusters is missing");
  }

  private static List<String> baselines(String data, String rest) {
    String text =
        "name: rain\ndata: { rows: { csv: rows.csv }, label: { rain: binary }%s }\n%s"
            .formatted(data, rest);
    return ExperimentReader.parse(Path.of("rain.yaml"), text).baselines().stream()
        .map(baseline -> baseline.trainer().name())
        .toList();
  }

  @Test
  void texts_have_baselines_by_themselves_unless_the_candidate_is_one_or_none_are_wanted() {
    String texts = ", texts: note";
    assertThat(baselines("", "")).isEmpty();
    assertThat(baselines("", "baselines: [prior, logistic]\n"))
        .containsExactly("prior", "logistic");
    assertThat(baselines(texts, "")).containsExactly("prior", "tfidf-logistic");
    assertThat(baselines(texts, "train: { with: tfidf-logistic }\n")).containsExactly("prior");
    assertThat(baselines(texts, "baselines: none\n")).isEmpty();
  }

  @Test
  void a_baseline_reads_the_same_text_as_the_candidate() {
    Experiment experiment =
        ExperimentReader.parse(
            Path.of("rain.yaml"),
            """
            name: rain
            data: { rows: { csv: rows.csv }, label: { rain: binary }, texts: [title, note] }
            train: { with: tfidf-logistic, template: "{title}. {note}", words: 1 }
            baselines: tfidf-logistic
            """);
    assertThat(experiment.baselines().getFirst().settings().text("template"))
        .isEqualTo("{title}. {note}");
    assertThat(experiment.baselines().getFirst().settings().whole("words")).isEqualTo(2);
  }

  @Test
  void baselines_that_are_no_trainers_or_stand_twice_are_named() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> baselines("", "baselines: [logistc, prior, prior]\n"))
        .satisfies(
            invalid ->
                assertThat(invalid.problems())
                    .hasSize(2)
                    .anySatisfy(
                        p ->
                            assertThat(p.toString())
                                .contains("rain.yaml:3", "'logistc'", "'logistic'"))
                    .anySatisfy(p -> assertThat(p.toString()).contains("twice", "prior")));
  }

  private static List<String> problems(String text) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> ExperimentReader.parse(Path.of("rain.yaml"), text))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static final String RAIN =
      "name: rain\ndata: { rows: { csv: rows.csv }, label: { rain: binary } }\n";

  @Test
  void a_gate_names_suites_that_are_declared() {
    assertThat(
            problems(
                RAIN
                    + """
                    suites: [suites/known-cases.yaml]
                    gates: [{ name: a, suite: known-case, must_pass: all }]
                    """))
        .containsExactly(
            "rain.yaml:4: gates[0].suite names no suite: 'known-case'. Did you mean"
                + " 'known-cases'?");
    assertThat(problems(RAIN + "gates: [{ name: a, suite: known, must_pass: all }]\n"))
        .singleElement()
        .asString()
        .contains("Declare it, as in 'suites: [suites/known.yaml]'.");
  }

  @Test
  void suites_are_called_by_their_files_and_each_name_stands_once() {
    Experiment experiment =
        ExperimentReader.parse(
            Path.of("rain.yaml"),
            RAIN + "suites: [a/known.yaml, { file: b/known.yaml, name: others }]\n");

    assertThat(experiment.suites())
        .extracting(SuiteDeclaration::name)
        .containsExactly("known", "others");
    assertThat(problems(RAIN + "suites: [a/known.yaml, b/known.jsonl]\n"))
        .containsExactly("rain.yaml:3: the suite 'known' stands twice. Give one another 'name'.");
  }

  @Test
  void what_the_columns_of_a_table_mean_is_said_whole() {
    assertThat(problems(RAIN + "suites: [{ file: a.csv, label: gold }]\n"))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("not what its values mean"))
        .anyMatch(problem -> problem.contains("suites[0].inputs is missing"));
    assertThat(problems(RAIN + "suites: [{ file: a.csv, must_detect: { 1: rain } }]\n"))
        .singleElement()
        .asString()
        .contains("goes with label only");
    assertThat(
            problems(
                RAIN
                    + "suites: [{ file: a.csv, label: g, inputs: { dew: d },"
                    + " must_detect: { 1: rain }, must_not_detect: { 1: rain } }]\n"))
        .singleElement()
        .asString()
        .contains("has a meaning already");
  }

  @Test
  void a_gate_on_a_suite_asks_for_one_thing() {
    String declared = RAIN + "suites: [known.yaml]\n";

    assertThat(problems(declared + "gates: [{ name: a, suite: known }]\n"))
        .singleElement()
        .asString()
        .contains("asks for nothing that can be judged");
    assertThat(
            problems(
                declared + "gates: [{ name: a, suite: known, at_least: 0.5, must_pass: all }]\n"))
        .singleElement()
        .asString()
        .contains("stands beside");
    assertThat(problems(declared + "gates: [{ name: a, suite: known, p95: 20ms }]\n")).isNotEmpty();
    assertThat(
            problems(declared + "gates: [{ name: a, suite: known, must_pass: all, on: test }]\n"))
        .singleElement()
        .asString()
        .contains("unknown key 'gates[0].on'");
    assertThat(problems(RAIN + "gates: [{ name: a, metric: f1, on: test, broken: forbidden }]\n"))
        .anyMatch(problem -> problem.contains("gates[0].broken goes with suite only"));
    assertThat(problems(declared + "gates: [{ name: a, suite: known, at_least: 0 }]\n"))
        .singleElement()
        .asString()
        .contains("cannot be");
  }
}
