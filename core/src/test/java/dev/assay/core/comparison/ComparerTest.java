package dev.assay.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.threshold.Thresholds;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparerTest {

  private static final int N = 400;
  private static final int GROUPS = 25;
  private static final Exposure NONE = new Exposure.Known(0, 0);
  private static final LabelSchema BINARY = LabelSchema.binary("incident");
  private static final Metric F1 = Metric.parse("f1");
  private static final Question WHOLE_F1 = new Question(F1, new Subject.Whole());

  private final Comparer comparer = new Comparer(new BootstrapSettings(200, 7, 0.95), 0);

  @Test
  void a_bundle_compared_with_itself_differs_by_nothing() {
    Side side = side(BINARY, 1, 0.3);
    Comparison comparison = compare(side, side, List.of(WHOLE_F1));
    Estimate difference = comparison.figure(WHOLE_F1).orElseThrow().estimate().difference();
    assertThat(difference.value()).isEqualTo(MetricValue.of(0));
    assertThat(difference.interval().orThrow().low()).isZero();
    assertThat(difference.interval().orThrow().high()).isZero();
  }

  @Test
  void figures_are_those_of_the_evaluations_and_the_better_side_shows() {
    Side champion = side(BINARY, 1, 0.5);
    Side candidate = side(BINARY, 2, 0.2);
    Compared compared =
        compare(champion, candidate, List.of(WHOLE_F1)).figure(WHOLE_F1).orElseThrow();
    assertThat(compared.estimate().champion().value()).isEqualTo(f1(champion));
    assertThat(compared.estimate().candidate().value()).isEqualTo(f1(candidate));
    assertThat(compared.estimate().difference().interval().orThrow().low()).isPositive();
    assertThat(compared.support().rows()).isEqualTo(N);
  }

  @Test
  void the_order_of_the_champions_rows_does_not_matter() {
    Side champion = side(BINARY, 1, 0.5);
    Side candidate = side(BINARY, 2, 0.2);
    int[] reversed = IntStream.range(0, N).map(i -> N - 1 - i).toArray();
    Side shuffled = new Side(champion.predictions().select(reversed), champion.rule());
    assertThat(compare(shuffled, candidate, List.of(WHOLE_F1)))
        .isEqualTo(compare(champion, candidate, List.of(WHOLE_F1)));
  }

  @Test
  void other_examples_on_a_side_are_refused_by_name_on_both_sides() {
    Side side = side(BINARY, 1, 0.3);
    Side first = new Side(side.predictions().select(new int[] {0, 1, 2}), side.rule());
    Side second = new Side(side.predictions().select(new int[] {1, 2, 3}), side.rule());
    assertThatThrownBy(() -> compare(first, second, List.of(WHOLE_F1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the candidate has 1 examples that the champion lacks: id-3.")
        .hasMessageContaining("the champion has 1 examples that the candidate lacks: id-0.");
  }

  @Test
  void an_example_that_is_scored_twice_is_refused() {
    Side side = side(BINARY, 1, 0.3);
    Side twice = new Side(side.predictions().select(new int[] {0, 0}), side.rule());
    assertThatThrownBy(() -> compare(twice, twice, List.of(WHOLE_F1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'id-0' stands twice");
  }

  @Test
  void sides_with_different_truth_are_refused() {
    Side champion = side(BINARY, 1, 0.3);
    Predictions other = champion.predictions();
    Predictions masked =
        new Predictions(
            other.attributes(), other.truth().withUnknown(new int[] {5}), other.scores());
    assertThatThrownBy(
            () -> compare(champion, new Side(masked, champion.rule()), List.of(WHOLE_F1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the truth of 'incident' differs between the sides in 1 examples")
        .hasMessageContaining("id-5");
  }

  @Test
  void schemas_of_different_kinds_are_refused() {
    Side other = side(LabelSchema.binary("outage"), 1, 0.3);
    assertThatThrownBy(() -> compare(side(BINARY, 1, 0.3), other, List.of(WHOLE_F1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("[incident]")
        .hasMessageContaining("[outage]");
  }

  @Test
  void only_shared_labels_are_compared_and_new_ones_stand_without_a_champion() {
    Side champion = side(multilabel("spam", "old", "threat"), 1, 0.4);
    Side candidate = side(multilabel("threat", "new", "spam"), 2, 0.2);
    Metric macro = Metric.parse("f1_macro");
    Question whole = new Question(macro, new Subject.Whole());
    Question added = new Question(F1, new Subject.Label("new"));
    Question spam = new Question(F1, new Subject.Label("spam"));
    Question threat = new Question(F1, new Subject.Label("threat"));
    Comparison comparison = compare(champion, candidate, List.of(whole, added, spam, threat));
    assertThat(comparison.basis().newLabels()).containsExactly("new");
    assertThat(comparison.basis().retiredLabels()).containsExactly("old");
    Estimate ofNew = comparison.figure(added).orElseThrow().estimate().champion();
    assertThat(ofNew.value())
        .isEqualTo(MetricValue.undefined("the champion does not know this label"));
    assertThat(comparison.figure(added).orElseThrow().estimate().candidate().value().isDefined())
        .isTrue();
    double mean = (candidateOf(comparison, spam) + candidateOf(comparison, threat)) / 2;
    assertThat(candidateOf(comparison, whole)).isEqualTo(mean);
    assertThat(comparison.outputs())
        .extracting(LabelOutput::label)
        .containsExactly("threat", "new", "spam");
  }

  @Test
  void without_a_champion_the_candidate_has_figures_and_no_difference() {
    Comparison comparison = comparer.alone("recent", side(BINARY, 1, 0.3), NONE, List.of(WHOLE_F1));
    Compared compared = comparison.figure(WHOLE_F1).orElseThrow();
    assertThat(compared.estimate().candidate().interval().isDefined()).isTrue();
    assertThat(compared.estimate().difference().value())
        .isEqualTo(MetricValue.undefined("the champion's is undefined: there is no champion"));
  }

  @Test
  void groups_are_drawn_together_for_the_whole_and_rows_inside_a_single_group() {
    Question ofGroup = new Question(F1, new Subject.Group("G3"));
    Comparison comparison =
        compare(
            grouped(side(BINARY, 1, 0.5)),
            grouped(side(BINARY, 2, 0.3)),
            List.of(ofGroup, WHOLE_F1));
    assertThat(comparison.basis().dependence()).isEqualTo("25 groups");
    assertThat(comparison.figures())
        .extracting(Compared::question)
        .containsExactly(ofGroup, WHOLE_F1);
    assertThat(comparison.figure(WHOLE_F1).orElseThrow().estimate().difference().clusters())
        .isEqualTo(GROUPS);
    Estimate single = comparison.figure(ofGroup).orElseThrow().estimate().difference();
    assertThat(single.clusters()).isEqualTo(N / GROUPS);
    assertThat(single.interval().orThrow().method()).isEqualTo(Interval.Method.JACKKNIFE_T);
    assertThat(single.interval().orThrow().halfWidth()).isPositive();
  }

  @Test
  void intervals_of_values_end_where_the_metric_does_and_those_of_differences_do_not() {
    List<Question> groups =
        IntStream.range(0, GROUPS)
            .mapToObj(group -> new Question(F1, new Subject.Group("G" + group)))
            .toList();
    Comparison comparison =
        compare(grouped(side(BINARY, 1, 0.6)), grouped(side(BINARY, 2, 0.1)), groups);
    List<Interval> values =
        comparison.figures().stream()
            .flatMap(
                figure -> Stream.of(figure.estimate().champion(), figure.estimate().candidate()))
            .map(Estimate::interval)
            .filter(IntervalValue::isDefined)
            .map(IntervalValue::orThrow)
            .toList();

    assertThat(values).allMatch(range -> range.low() >= 0 && range.high() <= 1);
    assertThat(values).anyMatch(range -> range.low() == 0).anyMatch(range -> range.high() == 1);
    assertThat(comparison.figures())
        .extracting(figure -> figure.estimate().difference().interval())
        .filteredOn(IntervalValue::isDefined)
        .anyMatch(range -> range.orThrow().high() > 1);
  }

  @Test
  void a_question_about_a_group_without_rows_stays_unanswered() {
    Question nobody = new Question(F1, new Subject.Group("nobody"));
    Side side = grouped(side(BINARY, 1, 0.5));
    assertThat(compare(side, side, List.of(nobody, WHOLE_F1)).figures()).hasSize(1);
  }

  @Test
  void outputs_count_what_is_predicted_among_known_rows() {
    Side side = side(BINARY, 1, 0);
    LabelOutput output = compare(side, side, List.of()).outputs().getFirst();
    assertThat(output.predicted()).isEqualTo(output.support().positives());
    assertThat(output.lowest()).isLessThan(0.5f);
    assertThat(output.highest()).isGreaterThan(0.5f);
  }

  @Test
  void decisions_of_both_sides_are_paired_label_by_label() {
    Side champion = side(multilabel("spam", "old", "threat"), 1, 0.4);
    Side candidate = side(multilabel("threat", "new", "spam"), 2, 0.2);
    List<PairedDecisions> decisions = compare(champion, candidate, List.of()).decisions();
    assertThat(decisions).extracting(PairedDecisions::label).containsExactly("threat", "spam");
    for (PairedDecisions label : decisions) {
      assertThat(label.rows()).isEqualTo(N);
      assertThat(label.bothRight() + label.onlyChampion())
          .isEqualTo(rightIn(champion, label.label()));
      assertThat(label.bothRight() + label.onlyCandidate())
          .isEqualTo(rightIn(candidate, label.label()));
      assertThat(label.mcNemar().exact()).isLessThan(0.001);
    }
    PairedDecisions same = compare(champion, champion, List.of()).decisions().getFirst();
    assertThat(same.onlyCandidate() + same.onlyChampion()).isZero();
    assertThat(same.mcNemar().midP()).isEqualTo(1);
  }

  private static long rightIn(Side side, String label) {
    Confusion confusion =
        Evaluation.of(side.predictions(), side.rule()).confusion(new Subject.Label(label));
    return confusion.truePositives() + confusion.trueNegatives();
  }

  private Comparison compare(Side champion, Side candidate, List<Question> questions) {
    return comparer.compare("recent", champion, candidate, NONE, questions);
  }

  private static double candidateOf(Comparison comparison, Question question) {
    return comparison.figure(question).orElseThrow().estimate().candidate().value().orThrow();
  }

  private static MetricValue f1(Side side) {
    return Evaluation.of(side.predictions(), side.rule()).value(F1, new Subject.Whole());
  }

  private static LabelSchema multilabel(String... names) {
    return new LabelSchema(TaskKind.MULTILABEL, List.of(names));
  }

  /** Scores that are on the wrong side of 0.5 in so many cases; the truth depends on names only. */
  private static Side side(LabelSchema schema, long seed, double wrong) {
    int k = schema.size();
    byte[][] states = new byte[k][N];
    float[][] scores = new float[k][N];
    for (int j = 0; j < k; j++) {
      Random truth = new Random(schema.names().get(j).hashCode());
      Random noise = new Random(seed * 31 + j);
      for (int i = 0; i < N; i++) {
        boolean positive = truth.nextDouble() < 0.4;
        states[j][i] = positive ? Labels.POSITIVE : Labels.NEGATIVE;
        boolean high = positive ^ noise.nextDouble() < wrong;
        scores[j][i] = (float) ((high ? 0.5 : 0) + 0.49 * noise.nextDouble());
      }
    }
    Predictions predictions =
        new Predictions(
            Attributes.of(ids()).build(),
            Labels.ofColumns(schema, states),
            Scores.takeOver(scores));
    return new Side(predictions, new Thresholds(schema, Collections.nCopies(k, 0.5)));
  }

  private static Side grouped(Side side) {
    Attributes attributes =
        Attributes.of(ids())
            .group(
                CategoricalColumn.of(
                    IntStream.range(0, N).mapToObj(i -> "G" + i % GROUPS).toList()))
            .build();
    return new Side(
        new Predictions(attributes, side.predictions().truth(), side.predictions().scores()),
        side.rule());
  }

  private static List<String> ids() {
    return IntStream.range(0, N).mapToObj(i -> "id-" + i).toList();
  }
}
