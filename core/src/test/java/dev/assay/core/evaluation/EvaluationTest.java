package dev.assay.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.Thresholds;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Subject WHOLE = new Subject.Whole();
  private static final LabelSchema BINARY = LabelSchema.binary("incident");

  private static List<String> ids(int n) {
    return IntStream.range(0, n).mapToObj(i -> "id" + i).toList();
  }

  private static Predictions binary(Attributes attributes, String states, double... scores) {
    float[] column = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      column[i] = (float) scores[i];
    }
    return new Predictions(
        attributes,
        Labels.ofColumns(BINARY, new byte[][] {states(states)}),
        Scores.takeOver(new float[][] {column}));
  }

  private static Predictions binary(String states, double... scores) {
    return binary(Attributes.of(ids(scores.length)).build(), states, scores);
  }

  /** One letter a row: {@code +}, {@code -} or {@code ?}. */
  private static byte[] states(String letters) {
    byte[] states = new byte[letters.length()];
    for (int i = 0; i < states.length; i++) {
      states[i] = (byte) ("?-+".indexOf(letters.charAt(i)) - 1);
    }
    return states;
  }

  private static Predictions multilabel(String[] states, double[][] scores) {
    LabelSchema schema =
        new LabelSchema(
            TaskKind.MULTILABEL,
            IntStream.range(0, states.length).mapToObj(j -> "label" + j).toList());
    float[][] columns = new float[scores.length][states[0].length()];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < columns[j].length; i++) {
        columns[j][i] = (float) scores[j][i];
      }
    }
    return new Predictions(
        Attributes.of(ids(states[0].length())).build(),
        Labels.ofColumns(
            schema, Arrays.stream(states).map(EvaluationTest::states).toArray(byte[][]::new)),
        Scores.takeOver(columns));
  }

  private static Evaluation atHalf(Predictions predictions) {
    return Evaluation.of(predictions, Thresholds.uniform(predictions.schema(), 0.5));
  }

  private static MetricValue value(Evaluation evaluation, String metric) {
    return evaluation.value(Metric.parse(metric), WHOLE);
  }

  @Test
  void without_rows_every_metric_is_undefined() {
    Evaluation evaluation = atHalf(binary(""));
    for (Metric metric : Metric.catalogue()) {
      assertThat(evaluation.value(metric, WHOLE).isDefined()).as(metric.name()).isFalse();
    }
    assertThat(evaluation.support(WHOLE)).isEqualTo(new Support(0, 0, 0));
  }

  @Test
  void with_one_class_only_ranks_are_undefined_and_losses_are_not() {
    Evaluation evaluation = atHalf(binary("---", 0.1, 0.2, 0.3));
    assertThat(value(evaluation, "roc_auc"))
        .isEqualTo(MetricValue.undefined("no positive in 3 rows"));
    assertThat(value(evaluation, "average_precision").isDefined()).isFalse();
    assertThat(value(evaluation, "f1").isDefined()).isFalse();
    assertThat(value(evaluation, "log_loss").isDefined()).isTrue();
    assertThat(value(evaluation, "accuracy")).isEqualTo(MetricValue.of(1));
  }

  @Test
  void tied_scores_rank_by_chance() {
    Evaluation evaluation = atHalf(binary("+-+-----", 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3));
    assertThat(value(evaluation, "roc_auc")).isEqualTo(MetricValue.of(0.5));
    assertThat(value(evaluation, "average_precision")).isEqualTo(MetricValue.of(0.25));
  }

  @Test
  void a_single_row_has_what_a_single_row_can_have() {
    Evaluation evaluation = atHalf(binary("+", 0.75));
    assertThat(value(evaluation, "f1")).isEqualTo(MetricValue.of(1));
    assertThat(value(evaluation, "brier")).isEqualTo(MetricValue.of(0.0625));
    assertThat(value(evaluation, "ece")).isEqualTo(MetricValue.of(0.25));
    assertThat(value(evaluation, "roc_auc").isDefined()).isFalse();
  }

  @Test
  void a_certain_score_that_is_wrong_costs_finitely_much() {
    Evaluation evaluation = atHalf(binary("+", 0.0));
    assertThat(value(evaluation, "log_loss").orThrow())
        .isCloseTo(-Math.log(Math.ulp(1f)), within(1e-12));
  }

  @Test
  void a_plain_metric_of_several_labels_asks_for_an_average() {
    Evaluation evaluation =
        atHalf(multilabel(new String[] {"+-", "-+"}, new double[][] {{1, 0}, {0, 1}}));
    assertThat(value(evaluation, "f1"))
        .isEqualTo(MetricValue.undefined("several labels need an average: use f1_macro"));
    assertThat(value(evaluation, "f1_macro")).isEqualTo(MetricValue.of(1));
    assertThat(evaluation.value(Metric.parse("f1_macro"), new Subject.Label("label0")))
        .isEqualTo(MetricValue.undefined("one label has no average over labels: use f1"));
  }

  @Test
  void a_label_without_positives_or_predictions_is_left_out_of_the_average_and_told() {
    Evaluation evaluation =
        atHalf(multilabel(new String[] {"+-+", "---"}, new double[][] {{1, 1, 0}, {0, 0, 0}}));
    assertThat(value(evaluation, "f1_macro")).isEqualTo(MetricValue.of(0.5));
    assertThat(evaluation.undefinedLabels(Metric.parse("f1_macro"), WHOLE))
        .containsExactly("label1");
    assertThat(evaluation.undefinedLabels(Metric.parse("f1_micro"), WHOLE)).isEmpty();
  }

  @Test
  void never_predicting_a_label_does_not_raise_macro_precision() {
    Evaluation evaluation =
        atHalf(multilabel(new String[] {"+-+", "+--"}, new double[][] {{1, 0, 1}, {0, 0, 0}}));
    assertThat(value(evaluation, "precision_macro")).isEqualTo(MetricValue.of(0.5));
    assertThat(evaluation.value(Metric.parse("precision"), new Subject.Label("label1")))
        .isEqualTo(MetricValue.undefined("nothing predicted in 3 rows"));
  }

  @Test
  void an_unknown_label_is_no_negative() {
    Evaluation evaluation = atHalf(binary("+?-?", 0.9, 0.9, 0.1, 0.1));
    assertThat(value(evaluation, "precision")).isEqualTo(MetricValue.of(1));
    assertThat(value(evaluation, "positive_rate")).isEqualTo(MetricValue.of(0.5));
    assertThat(evaluation.support(WHOLE)).isEqualTo(new Support(2, 1, 1));
  }

  @Test
  void subset_accuracy_reads_rows_with_all_labels_known() {
    Evaluation evaluation =
        atHalf(multilabel(new String[] {"+-+", "+-?"}, new double[][] {{1, 0, 0}, {1, 1, 0}}));
    assertThat(value(evaluation, "accuracy")).isEqualTo(MetricValue.of(0.5));
  }

  @Test
  void classes_are_decided_by_the_highest_score() {
    LabelSchema schema = new LabelSchema(TaskKind.MULTICLASS, List.of("a", "b", "c"));
    Predictions predictions =
        new Predictions(
            Attributes.of(ids(3)).build(),
            Labels.ofClasses(schema, new int[] {0, 1, -1}),
            Scores.takeOver(
                new float[][] {{0.5f, 0.6f, 0.2f}, {0.25f, 0.3f, 0.2f}, {0.25f, 0.1f, 0.6f}}));
    Evaluation evaluation = Evaluation.of(predictions, new Argmax(schema));
    assertThat(value(evaluation, "accuracy")).isEqualTo(MetricValue.of(0.5));
    assertThat(value(evaluation, "mcc"))
        .isEqualTo(MetricValue.undefined("predictions of all rows are of one class"));
  }

  @Test
  void slices_and_groups_hold_their_own_rows() {
    Attributes attributes =
        Attributes.of(ids(4))
            .group(CategoricalColumn.of(List.of("DE", "DE", "FR", "FR")))
            .source(CategoricalColumn.of(List.of("web", "app", "web", "app")))
            .build();
    Evaluation evaluation = atHalf(binary(attributes, "+-+-", 0.9, 0.9, 0.1, 0.1));
    assertThat(evaluation.subjects())
        .containsExactly(
            WHOLE,
            new Subject.Slice("source", "web"),
            new Subject.Slice("source", "app"),
            new Subject.Group("DE"),
            new Subject.Group("FR"));
    Metric accuracy = Metric.parse("accuracy");
    assertThat(evaluation.value(accuracy, new Subject.Group("DE"))).isEqualTo(MetricValue.of(0.5));
    assertThat(evaluation.value(Metric.parse("recall"), new Subject.Slice("source", "web")))
        .isEqualTo(MetricValue.of(0.5));
    assertThat(evaluation.value(Metric.parse("recall"), new Subject.Slice("source", "app")))
        .isEqualTo(MetricValue.undefined("no positive in 2 rows"));
  }

  @Test
  void a_subject_that_is_not_there_is_refused_with_the_nearest_one() {
    Attributes attributes =
        Attributes.of(ids(1)).group(CategoricalColumn.of(List.of("Iran"))).build();
    Evaluation evaluation = atHalf(binary(attributes, "+", 0.9));
    assertThatThrownBy(() -> evaluation.support(new Subject.Group("Iram")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No group 'Iram'. Did you mean 'Iran'?");
  }

  @Test
  void a_rule_for_other_labels_is_refused() {
    assertThatThrownBy(
            () ->
                Evaluation.of(
                    binary("+", 0.5), Thresholds.uniform(LabelSchema.binary("other"), 0.5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neighbouring_days_of_one_group_are_one_event() {
    Attributes attributes =
        Attributes.of(ids(7))
            .group(CategoricalColumn.of(List.of("DE", "DE", "DE", "DE", "FR", "FR", "DE")))
            .time(days(3, 1, 2, 5, 1, 2, 6))
            .build();
    Evaluation evaluation =
        atHalf(binary(attributes, "+++++-?", 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9));
    assertThat(evaluation.support(WHOLE)).isEqualTo(new Support(6, 5, 3));
    assertThat(evaluation.support(new Subject.Group("DE"))).isEqualTo(new Support(4, 4, 2));
    assertThat(evaluation.support(new Subject.Group("FR"))).isEqualTo(new Support(2, 1, 1));
  }

  @Test
  void a_declared_event_goes_before_neighbouring_days() {
    Attributes attributes =
        Attributes.of(ids(4))
            .group(CategoricalColumn.of(List.of("DE", "DE", "DE", "DE")))
            .time(days(1, 2, 3, 4))
            .event(CategoricalColumn.of(Arrays.asList("x", "y", "x", null)))
            .build();
    Evaluation evaluation = atHalf(binary(attributes, "++++", 0.9, 0.9, 0.9, 0.9));
    assertThat(evaluation.support(WHOLE).events()).isEqualTo(3);
  }

  @Test
  void an_event_is_caught_by_any_of_its_rows_and_alarms_in_a_row_are_one() {
    Attributes attributes =
        Attributes.of(ids(8))
            .group(CategoricalColumn.of(List.of("DE", "DE", "DE", "DE", "DE", "DE", "FR", "FR")))
            .time(days(1, 2, 10, 20, 21, 23, 1, 40))
            .build();
    Predictions predictions =
        binary(attributes, "+++---+-", 0.1, 0.9, 0.1, 0.9, 0.9, 0.9, 0.9, 0.9);
    EventOutcomes outcomes =
        EventOutcomes.of(predictions, Thresholds.uniform(BINARY, 0.5), "incident").orElseThrow();
    assertThat(outcomes.events()).isEqualTo(3);
    assertThat(outcomes.caught()).isEqualTo(2);
    assertThat(outcomes.falseAlarms()).isEqualTo(3);
    assertThat(outcomes.months().getFirst())
        .isEqualTo(new EventOutcomes.GroupMonth("DE", YearMonth.of(1970, 1), 2, 1, 2));
    assertThat(outcomes.months().getLast())
        .isEqualTo(new EventOutcomes.GroupMonth("FR", YearMonth.of(1970, 2), 0, 0, 1));
  }

  @Test
  void rates_by_month_tell_truth_and_predictions_apart() {
    Attributes attributes = Attributes.of(ids(4)).time(days(0, 1, 31, 32)).build();
    Predictions predictions = binary(attributes, "+-??", 0.9, 0.9, 0.9, 0.9);
    MonthlyRates rates =
        MonthlyRates.of(predictions, Thresholds.uniform(BINARY, 0.5), "incident").orElseThrow();
    assertThat(rates.months())
        .containsExactly(new MonthlyRates.Month(YearMonth.of(1970, 1), 2, 0.5, 1.0));
  }

  @Test
  void a_long_curve_is_thinned_and_keeps_its_ends() {
    int n = 5_000;
    double[] scores = IntStream.range(0, n).mapToDouble(i -> (double) i / n).toArray();
    PrecisionRecallCurve curve =
        PrecisionRecallCurve.of(binary("-+".repeat(n / 2), scores), "incident");
    assertThat(curve.points()).hasSize(PrecisionRecallCurve.MOST_POINTS);
    assertThat(curve.points().getFirst().precision()).isEqualTo(1);
    assertThat(curve.points().getLast()).isEqualTo(new PrecisionRecallCurve.Point(0, 0.5, 1));
  }

  @Test
  void a_reliability_diagram_holds_every_known_row_once() {
    Reliability reliability = Reliability.of(binary("+-?+", 0.05, 0.05, 0.5, 1.0), "incident");
    assertThat(reliability.bins()).hasSize(2);
    assertThat(reliability.bins().getFirst().count()).isEqualTo(2);
    assertThat(reliability.bins().getFirst().positiveRate()).isEqualTo(0.5);
    assertThat(reliability.bins().getLast().high()).isEqualTo(1);
  }

  private static TimeColumn days(long... days) {
    return TimeColumn.takeOver(Arrays.stream(days).map(day -> day * TimeColumn.DAY).toArray());
  }
}
