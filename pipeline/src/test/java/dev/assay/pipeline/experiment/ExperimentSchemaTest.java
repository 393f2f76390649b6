package dev.assay.pipeline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import dev.assay.pipeline.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExperimentSchemaTest {

  private static final Path COMMITTED = Path.of("../docs/experiment.schema.json");

  private static final JsonNode DOCUMENT = JsonMapper.shared().readTree(ExperimentSchema.text());

  private static final String SMALLEST =
      "name: weekly\ndata: { rows: { csv: rows.csv }, label: { rain: binary } }\n";

  private static final String EVERYTHING =
      """
      name: weekly-forecast
      hypothesis: More countries.
      builds_on: weekly-forecast-2026-05-10-0a1b2c3d
      expect:
        - { metric: f1_macro, on: recent, change: -0.02..1e-1 }
      data:
        rows: { sql: features.sql, variables: { data: ../shared } }
        label: { kinds: { multilabel: [rain, hail], separated_by: ; } }
        id: [country, day]
        features: { except: [comment] }
        texts: comment
        group: country
        time: { column: day, horizon: 1w }
        event: incident
        source: network
        derived_from: origin
        slices: [regime]
        simulated: true
      parts: { train: 0.6, validation: 0.2, test: 0.2, by: block, block: 56d, seed: 3 }
      holdouts:
        recent: { last: 60d }
        legacy: { frozen: legacy.parquet }
      train: { with: xgboost, rounds: 300, learning_rate: 0.1, seeds: [1, 2] }
      refit: all
      calibration: isotonic
      thresholds: { maximise: f0.5, within: 0.2..0.8, labels: { rain: 0.3..0.6 } }
      suites:
        - suites/known-cases.yaml
        - file: cases.csv
          name: as it comes
          label: gold
          inputs: { comment: text }
          id: nr
          functionality: kind
          note: remark
          must_detect: { yes: rain, both: [rain, hail] }
          must_not_detect: { no: all }
          must_co_detect: { two: [rain, hail] }
          known_gap: { missed: hail }
          known_false_alarm: { alarm: hail }
      tiers:
        1: { labels: [hail], on: recent, at_least: { f1: 0.9, recall: 0.9 },
             threshold: 0.2..0.6, minimum_support: 10 events }
        2: { labels: rain, lose_at_most: { f1: 0.02 } }
      gates:
        - { name: tiered, metric: f1, on: recent, tier: 2, at_least: 0.8 }
        - { name: value, metric: f1, on: recent, labels: [rain], at_least: 0.8, judge: bound }
        - { name: loss, metric: brier_macro, on: [recent, legacy], lose_at_most: 0.02 }
        - { name: slices, metric: f1_macro, on: recent, each: regime, gain_at_least: 0,
            minimum_support: 30 events, inconclusive: pass }
        - { name: typical, metric: f1_macro, on: recent, each: group, summary: median,
            at_least: 0.5, minimum_support: 10 }
        - { name: count, metric: f1_macro, on: recent, groups: [DE, FR], picked_on: run-1,
            improve_by: 0.03, count_at_least: 1 }
        - { name: sane, degenerate: forbidden, on: [recent], minimum_support: 5 positives }
        - { name: nothing regresses, metric: f1, on: [recent, legacy], regressions: forbidden,
            each: [label, regime], minimum_support: 5 events, inconclusive: pass }
        - { name: no country regresses, metric: f1_macro, on: recent, regressions: forbidden,
            each: group }
        - { name: worst recover, metric: f1_macro, on: recent, among: { worst: 3, of: run-1 },
            improve_by: 0.03, count_at_least: 1 }
        - { name: all cases, suite: known-cases, must_pass: all }
        - { name: most cases, suite: [known-cases, as it comes], at_least: 0.9, judge: bound }
        - { name: blind spots, suite: as it comes, each: functionality, at_least: 0.5,
            minimum_cases: 10, inconclusive: pass }
        - { name: none broken, suite: known-cases, broken: forbidden }
        - { name: gaps close, suite: known-cases, gaps_closed_at_least: 2 }
        - { name: fast, p95: 20 ms }
        - { name: small, size: 30MB }
      report: { examples: 3 }
      """;

  @Test
  void the_committed_schema_is_what_the_code_makes() throws IOException {
    if (Boolean.getBoolean("assay.schema.write")) {
      Files.writeString(COMMITTED, ExperimentSchema.text());
    }

    assertThat(COMMITTED)
        .as("to write it anew, run this test with -Dassay.schema.write=true")
        .content()
        .isEqualTo(ExperimentSchema.text());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_satisfies_schema_and_reader(Path example) throws IOException {
    String text = Files.readString(example);

    ExperimentReader.parse(example, text);

    assertThat(errors(text)).isEmpty();
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../examples"))) {
      List<Path> examples =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .filter(file -> !file.getParent().endsWith("suites"))
              .sorted()
              .toList();
      assertThat(examples).isNotEmpty();
      return examples;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SMALLEST,
        EVERYTHING,
        SMALLEST + "train: { depth: 3, seed: 7 }",
        "name: 2026\ndata: { rows: { csv: rows.csv }, label: { rain: binary } }",
        SMALLEST + "train: { with: logistic }",
        SMALLEST + "train: { with: prior, seeds: 4 }",
        SMALLEST + "train: { with: group-heads, clusters: { a: [NO, SE], b: FI } }",
        SMALLEST
            + "train: { with: group-heads, base: logistic, clusters: { a: [NO] },"
            + " head: { depth: 2, rounds: 9 }, negatives: 10, folds: 3, c: 0.5, seed: 2 }",
        SMALLEST
            + "train: { with: group-heads, base: { with: logistic, c: 2 }, clusters: { a: [1] } }",
        SMALLEST + "thresholds: { recall_at_least: 0.9 }",
        SMALLEST + "thresholds: { cost: { false_negative: 10 } }",
        "name: simulated\ndata: { rows: { simulate: outage-panel }, label: { a: multiclass } }",
        "name: columns\n"
            + "data: { rows: { jsonl: [a, b] }, label: { multilabel: [a, b] }, time: day }",
        "name: yes-no\ndata: { rows: { csv: a }, label: { rain: { positive: Yes } } }"
      })
  void what_the_reader_takes_satisfies_the_schema(String text) {
    ExperimentReader.parse(Path.of("weekly.yaml"), text);

    assertThat(errors(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: Weekly forecast\ndata: { rows: { csv: rows.csv }, label: { rain: binary } }",
        "name: weekly\ndata: { label: { rain: binary } }",
        "name: weekly\ndata: { rows: { csv: rows.csv }, label: { rain: sometimes } }",
        "name: weekly\ndata: { rows: { xlsx: rows.xlsx }, label: { rain: binary } }",
        SMALLEST + "gate: []",
        SMALLEST + "train: { with: xgbost }",
        SMALLEST + "train: { depth: 0 }",
        SMALLEST + "train: { depth: deep }",
        SMALLEST + "train: { with: prior, depth: 4 }",
        SMALLEST + "train: { seeds: [1, 1] }",
        SMALLEST + "train: { with: group-heads }",
        SMALLEST + "train: { with: group-heads, clusters: {} }",
        SMALLEST + "train: { with: group-heads, clusters: { a: [] } }",
        SMALLEST + "train: { with: group-heads, clusters: { a: [NO, NO] } }",
        SMALLEST + "train: { with: group-heads, clusters: { a: [NO] }, base: logistik }",
        SMALLEST + "train: { with: group-heads, clusters: { a: [NO] }, base: group-heads }",
        SMALLEST + "train: { with: group-heads, clusters: { a: [NO] }, head: { dept: 3 } }",
        SMALLEST
            + "train: { with: group-heads, clusters: { a: [NO] }, base: { with: prior, c: 1 } }",
        SMALLEST + "train: { seed: -1 }",
        SMALLEST + "train: { seed: 1, seeds: [2, 3] }",
        "name: weekly\ndata: { rows: { csv: a, sql: b }, label: { rain: binary } }",
        "name: weekly\n"
            + "data: { rows: { csv: a }, label: { rain: { positive: 1, multiclass: [a, b] } } }",
        SMALLEST + "gates: [{ name: two, metric: f1, on: test, at_least: 0.5, lose_at_most: 0.1 }]",
        SMALLEST
            + "gates: [{ name: two, metric: f1, on: test, at_least: 0, groups: [a], each: group }]",
        SMALLEST + "gates: [{ name: two, p95: 20ms, size: 1MB }]",
        SMALLEST + "gates: [{ name: some, metric: f1, on: test, regressions: few }]",
        SMALLEST + "gates: [{ name: nowhere, metric: f1, regressions: forbidden }]",
        SMALLEST
            + "gates: [{ name: two, metric: f1, on: test, regressions: forbidden, at_least: 0 }]",
        SMALLEST
            + "gates: [{ name: how, metric: f1, on: test, regressions: forbidden, judge: bound }]",
        SMALLEST
            + "gates: [{ name: best, metric: f1, on: test, regressions: forbidden,"
            + " among: { worst: 3, of: run-1 } }]",
        SMALLEST
            + "gates: [{ name: two, metric: f1, on: test, at_least: 0, each: group,"
            + " among: { worst: 3, of: run-1 } }]",
        SMALLEST + "suites: known.yaml",
        SMALLEST + "suites: [{ name: nameless }]",
        SMALLEST + "suites: [{ file: a.csv, labels: gold }]",
        SMALLEST + "gates: [{ name: some, suite: a, must_pass: some }]",
        SMALLEST + "gates: [{ name: bare, suite: a }]",
        SMALLEST + "gates: [{ name: two, suite: a, must_pass: all, broken: forbidden }]",
        SMALLEST + "gates: [{ name: much, suite: a, at_least: 1.5 }]",
        SMALLEST + "gates: [{ name: each, suite: a, at_least: 0.5, each: label }]",
        SMALLEST + "report: { examples: 101 }",
        SMALLEST + "refit: some",
        SMALLEST + "calibration: platt",
        SMALLEST + "parts: { train: 1.5 }",
        SMALLEST + "parts: { block: 56 }",
        SMALLEST + "holdouts: { recent: { last: sixty days } }",
        SMALLEST + "holdouts: { recent: { last: 60d, frozen: old.parquet } }",
        SMALLEST + "holdouts: { test: { last: 60d } }",
        SMALLEST + "expect: [{ metric: f1, on: test, change: 0.1 }]",
        SMALLEST + "expect: [{ metric: fone, on: test, change: 0.1..0.2 }]",
        SMALLEST + "thresholds: { maximise: accuracy }",
        SMALLEST + "thresholds: { maximise: f1, recall_at_least: 0.9 }",
        SMALLEST + "thresholds: { recall_at_least: 0 }",
        SMALLEST + "thresholds: { precision_at_least: 0 }",
        SMALLEST + "thresholds: { within: 0.2 }",
        SMALLEST + "gates: [{ name: bare, metric: f1, on: test }]",
        SMALLEST + "gates: [{ name: nowhere, metric: f1, at_least: 0.5 }]",
        SMALLEST + "gates: [{ name: some, metric: f1, on: test, at_least: most }]",
        SMALLEST + "gates: [{ name: half, metric: f1, on: test, improve_by: 0.1 }]",
        SMALLEST + "gates: [{ name: allowed, degenerate: allowed, on: test }]",
        SMALLEST + "gates: [{ name: slow, p95: 20 }]",
        SMALLEST + "gates: [{ metric: f1, on: test, at_least: 0.5 }]",
        SMALLEST
            + "gates: [{ name: few, metric: f1, on: test, at_least: 0, minimum_support: many }]"
      })
  void what_the_schema_refuses_the_reader_refuses_too(String text) {
    assertThat(errors(text)).isNotEmpty();
    assertThatThrownBy(() -> ExperimentReader.parse(Path.of("weekly.yaml"), text))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void schema_and_reader_know_the_same_keys_in_every_section() {
    String text =
        """
        name: weekly
        qqqqqqqqqq: 1
        expect: [{ qqqqqqqqqq: 1 }]
        data:
          qqqqqqqqqq: 1
          rows: { csv: a, sql: b, simulate: c, qqqqqqqqqq: 1 }
          label: { rain: { positive: 1, qqqqqqqqqq: 1 } }
          features: { qqqqqqqqqq: 1 }
          time: { column: day, qqqqqqqqqq: 1 }
        parts: { qqqqqqqqqq: 1 }
        holdouts: { recent: { last: 60d, qqqqqqqqqq: 1 } }
        suites: [{ file: a.csv, qqqqqqqqqq: 1 }]
        thresholds: { cost: { qqqqqqqqqq: 1 }, qqqqqqqqqq: 1 }
        gates: [{ name: a, metric: f1, on: test, at_least: 0, qqqqqqqqqq: 1 }]
        report: { qqqqqqqqqq: 1 }
        """;

    Map<String, Set<String>> read = knownToReader(text);

    assertThat(read).hasSize(14);
    Map<String, Set<String>> described = new LinkedHashMap<>();
    read.keySet().forEach(section -> described.put(section, knownToSchema(section)));
    assertThat(described).isEqualTo(read);
  }

  private static List<Error> errors(String text) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(DOCUMENT);
    Problems problems = new Problems();
    Object file = YamlFile.parse("weekly.yaml", text, problems).plain();
    problems.throwIfAny();
    return schema.validate(JsonMapper.shared().valueToTree(file));
  }

  /** The keys of each section that advice for an unknown one lists. */
  private static Map<String, Set<String>> knownToReader(String text) {
    Pattern pattern = Pattern.compile("unknown key '(.*?)\\.?qqqqqqqqqq'\\. Known: (.*)\\.");
    Map<String, Set<String>> known = new LinkedHashMap<>();
    try {
      ExperimentReader.parse(Path.of("weekly.yaml"), text);
    } catch (InvalidInputException e) {
      for (Problem problem : e.problems()) {
        Matcher matcher = pattern.matcher(problem.toString());
        if (matcher.find()) {
          known.put(matcher.group(1), new TreeSet<>(List.of(matcher.group(2).split(", "))));
        }
      }
    }
    return known;
  }

  /** The keys that the schema describes in a section, those of all its alternatives together. */
  private static Set<String> knownToSchema(String section) {
    List<JsonNode> nodes = alternatives(List.of(DOCUMENT));
    for (String key : section.isEmpty() ? new String[0] : section.split("\\.")) {
      String name = key.replace("[0]", "");
      nodes = within(nodes, name);
      if (!name.equals(key)) {
        nodes = alternatives(nodes.stream().map(node -> node.path("items")).toList());
      }
    }
    Set<String> keys = new TreeSet<>();
    nodes.forEach(node -> keys.addAll(node.path("properties").propertyNames()));
    return keys;
  }

  private static List<JsonNode> within(List<JsonNode> nodes, String key) {
    List<JsonNode> within = new ArrayList<>();
    for (JsonNode node : nodes) {
      JsonNode named = node.path("properties").path(key);
      within.add(named.isMissingNode() ? node.path("additionalProperties") : named);
    }
    return alternatives(within);
  }

  private static List<JsonNode> alternatives(List<JsonNode> nodes) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode node : nodes) {
      all.add(node);
      all.addAll(alternatives(node.path("anyOf").values().stream().toList()));
    }
    return all;
  }
}
