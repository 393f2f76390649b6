package dev.assay.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Attributes;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.Objective;
import dev.assay.core.threshold.ThresholdSearch;
import dev.assay.core.threshold.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Values that {@code golden_metrics.py} took from scikit-learn. */
class GoldenMetricsTest {

  private static final double TOLERANCE = 1e-9;

  private static JsonNode golden(String name) throws IOException {
    try (InputStream in =
        GoldenMetricsTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
    }
  }

  private static Predictions predictions(JsonNode golden) {
    JsonNode states = golden.get("states");
    int k = states.size();
    int n = states.get(0).size();
    byte[][] truth = new byte[k][n];
    float[][] scores = new float[k][n];
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < n; i++) {
        truth[j][i] = (byte) states.get(j).get(i).asInt();
        scores[j][i] = (float) golden.get("scores").get(j).get(i).asDouble();
      }
    }
    TaskKind kind = TaskKind.valueOf(golden.get("kind").asString().toUpperCase(Locale.ROOT));
    List<String> names = IntStream.range(0, k).mapToObj(j -> "label" + j).toList();
    return new Predictions(
        Attributes.of(IntStream.range(0, n).mapToObj(i -> "id" + i).toList()).build(),
        Labels.ofColumns(new LabelSchema(kind, names), truth),
        Scores.takeOver(scores));
  }

  private static DecisionRule rule(JsonNode golden, LabelSchema schema) {
    if (schema.kind() == TaskKind.MULTICLASS) {
      return new Argmax(schema);
    }
    List<Double> cuts = new ArrayList<>();
    golden.get("cuts").forEach(cut -> cuts.add(cut.asDouble()));
    return new Thresholds(schema, cuts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "multilabel", "multilabel_unknown", "multiclass"})
  void every_metric_is_that_of_scikit_learn(String name) throws IOException {
    JsonNode golden = golden(name);
    Predictions predictions = predictions(golden);
    LabelSchema schema = predictions.schema();
    Evaluation evaluation = Evaluation.of(predictions, rule(golden, schema));
    assertGolden(evaluation, new Subject.Whole(), golden.get("whole"));
    for (int j = 0; j < schema.size(); j++) {
      assertGolden(
          evaluation, new Subject.Label(schema.names().get(j)), golden.get("labels").get(j));
    }
  }

  private static void assertGolden(Evaluation evaluation, Subject subject, JsonNode values) {
    assertThat(values.size()).isPositive();
    for (String metric : values.propertyNames()) {
      MetricValue value = evaluation.value(Metric.parse(metric), subject);
      assertThat(value.orThrow())
          .as("%s of %s", metric, subject)
          .isCloseTo(values.get(metric).asDouble(), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "multilabel", "multiclass"})
  void no_metric_that_a_schema_has_is_forgotten(String name) throws IOException {
    JsonNode golden = golden(name);
    LabelSchema schema = predictions(golden).schema();
    List<String> expected = Metric.catalogue(schema).stream().map(Metric::name).toList();
    assertThat(golden.get("whole").propertyNames()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void no_metric_of_the_catalogue_is_forgotten() throws IOException {
    Set<String> tested = new HashSet<>();
    for (String name : List.of("binary", "multilabel", "multiclass")) {
      tested.addAll(golden(name).get("whole").propertyNames());
    }
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            Metric.catalogue().stream().map(Metric::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "multilabel", "multilabel_unknown"})
  void the_exact_cut_reaches_the_best_f1_of_the_precision_recall_curve(String name)
      throws IOException {
    JsonNode golden = golden(name);
    Predictions predictions = predictions(golden);
    LabelSchema schema = predictions.schema();
    List<Double> cuts =
        ThresholdSearch.maximise(new Objective.FBeta(1)).build().exact(predictions).stream()
            .map(OptionalDouble::getAsDouble)
            .toList();
    Evaluation evaluation = Evaluation.of(predictions, new Thresholds(schema, cuts));
    for (int j = 0; j < schema.size(); j++) {
      Subject label = new Subject.Label(schema.names().get(j));
      assertThat(evaluation.value(Metric.parse("f1"), label).orThrow())
          .isCloseTo(golden.get("best_f1").get(j).asDouble(), within(TOLERANCE));
    }
  }

  @Test
  void the_files_say_which_scikit_learn_made_them() throws IOException {
    assertThat(golden("binary").get("versions").get("scikit-learn").asString()).isNotBlank();
  }
}
