package dev.assay.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.RandomPredictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.statistics.Clusters;
import dev.assay.core.statistics.Resampled;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EvaluationPropertiesTest {

  private static final double TOLERANCE = 1e-12;

  private static DecisionRule rule(LabelSchema schema) {
    return schema.kind() == TaskKind.MULTICLASS
        ? new Argmax(schema)
        : Thresholds.uniform(schema, 0.45);
  }

  private static Evaluation evaluate(Predictions predictions) {
    return Evaluation.of(predictions, rule(predictions.schema()));
  }

  private static void assertSame(MetricValue actual, MetricValue expected, String what) {
    if (expected instanceof MetricValue.Defined defined) {
      assertThat(actual.isDefined()).as(what).isTrue();
      assertThat(actual.orThrow()).as(what).isCloseTo(defined.value(), within(TOLERANCE));
    } else {
      assertThat(actual).as(what).isEqualTo(expected);
    }
  }

  private static void assertSameEverywhere(Evaluation actual, Evaluation expected) {
    assertThat(actual.subjects()).containsExactlyInAnyOrderElementsOf(expected.subjects());
    for (Subject subject : expected.subjects()) {
      assertThat(actual.support(subject)).isEqualTo(expected.support(subject));
      for (Metric metric : Metric.catalogue()) {
        assertSame(
            actual.value(metric, subject),
            expected.value(metric, subject),
            metric + " of " + subject);
      }
    }
  }

  @Property(seed = "11", tries = 40)
  void the_order_of_rows_changes_nothing(
      @ForAll TaskKind kind, @ForAll @IntRange(min = 0, max = 60) int n, @ForAll long seed) {
    Predictions predictions = RandomPredictions.of(kind, n, seed);
    List<Integer> rows = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(rows, new Random(seed));
    Predictions shuffled = predictions.select(rows.stream().mapToInt(row -> row).toArray());
    assertSameEverywhere(evaluate(shuffled), evaluate(predictions));
  }

  @Property(seed = "12", tries = 40)
  void the_order_of_labels_changes_nothing_but_ties_of_classes(
      @ForAll @IntRange(min = 0, max = 60) int n, @ForAll long seed) {
    Predictions predictions = RandomPredictions.of(TaskKind.MULTILABEL, n, seed);
    List<String> names = predictions.schema().names().reversed();
    LabelSchema reversed = new LabelSchema(TaskKind.MULTILABEL, names);
    int k = names.size();
    byte[][] states = new byte[k][];
    float[][] scores = new float[k][];
    for (int j = 0; j < k; j++) {
      states[j] = predictions.truth().column(k - 1 - j);
      scores[j] = predictions.scores().column(k - 1 - j);
    }
    Predictions turned =
        new Predictions(
            predictions.attributes(), Labels.ofColumns(reversed, states), Scores.takeOver(scores));
    assertSameEverywhere(evaluate(turned), evaluate(predictions));
  }

  @Property(seed = "13", tries = 40)
  void rank_metrics_see_the_order_of_scores_only(
      @ForAll @IntRange(min = 0, max = 60) int n, @ForAll long seed) {
    Predictions predictions = RandomPredictions.of(TaskKind.MULTILABEL, n, seed);
    float[][] scores = new float[predictions.schema().size()][];
    for (int j = 0; j < scores.length; j++) {
      scores[j] = predictions.scores().column(j);
      for (int i = 0; i < n; i++) {
        scores[j][i] = (float) (Math.pow(scores[j][i], 3) * 0.7 + 0.1);
      }
    }
    Evaluation before = evaluate(predictions);
    Evaluation after = evaluate(predictions.withScores(Scores.takeOver(scores)));
    for (Metric metric : Metric.catalogue()) {
      if (metric.measure().basis() == Measure.Basis.RANKS) {
        for (Subject subject : before.subjects()) {
          assertSame(
              after.value(metric, subject),
              before.value(metric, subject),
              metric + " of " + subject);
        }
      }
    }
  }

  @Property(seed = "14", tries = 40)
  void every_value_is_within_the_bounds_of_its_metric(
      @ForAll TaskKind kind, @ForAll @IntRange(min = 0, max = 60) int n, @ForAll long seed) {
    Evaluation evaluation = evaluate(RandomPredictions.of(kind, n, seed));
    for (Subject subject : evaluation.subjects()) {
      for (Metric metric : Metric.catalogue()) {
        if (evaluation.value(metric, subject) instanceof MetricValue.Defined defined) {
          assertThat(defined.value())
              .as("%s of %s", metric, subject)
              .isBetween(metric.least(), metric.greatest().orElse(Double.MAX_VALUE));
        }
      }
    }
  }

  @Property(seed = "15", tries = 40)
  void rows_of_unknown_labels_change_nothing(
      @ForAll TaskKind kind, @ForAll @IntRange(min = 1, max = 60) int n, @ForAll long seed) {
    Predictions predictions = RandomPredictions.of(kind, n, seed);
    int[] known =
        IntStream.range(0, n).filter(row -> predictions.truth().isAnyKnown(row)).toArray();
    assertSameEverywhere(evaluate(predictions), evaluate(predictions.select(known)));
  }

  @Property(seed = "16", tries = 30)
  void weights_of_one_give_the_evaluation_itself(
      @ForAll TaskKind kind, @ForAll @IntRange(min = 0, max = 60) int n, @ForAll long seed) {
    Predictions predictions = RandomPredictions.of(kind, n, seed);
    Evaluation evaluation = evaluate(predictions);
    Clusters clusters = Clusters.byKey(n, row -> row % 7);
    int[] ones = new int[clusters.count()];
    Arrays.fill(ones, 1);
    for (Subject subject : evaluation.subjects()) {
      for (Metric metric : Metric.catalogue()) {
        Resampled resampled =
            new Resampling(predictions, evaluation.rule(), clusters).prepare(metric, subject);
        assertSame(
            resampled.at(ones), evaluation.value(metric, subject), metric + " of " + subject);
      }
    }
  }

  @Property(seed = "17", tries = 30)
  void whole_weights_count_rows_as_often(
      @ForAll TaskKind kind, @ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
    Predictions predictions = RandomPredictions.of(kind, n, seed);
    Clusters clusters = Clusters.byKey(n, row -> row % 9);
    int[] weights = new Random(seed).ints(clusters.count(), 0, 4).toArray();
    int[] repeated =
        IntStream.range(0, n)
            .flatMap(row -> IntStream.generate(() -> row).limit(weights[clusters.of(row)]))
            .toArray();
    Evaluation expected = evaluate(predictions.select(repeated));
    for (Subject subject : evaluate(predictions).subjects()) {
      for (Metric metric : Metric.catalogue()) {
        Resampled resampled =
            new Resampling(predictions, expected.rule(), clusters).prepare(metric, subject);
        assertSame(
            resampled.at(weights), expected.value(metric, subject), metric + " of " + subject);
      }
    }
  }
}
