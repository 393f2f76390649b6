package dev.assay.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Attributes;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.RandomPredictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.statistics.Clusters;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdSearchTest {

  private static final Objective F1 = new Objective.FBeta(1);

  private static Predictions binary(String states, double... scores) {
    byte[] truth = new byte[scores.length];
    float[] column = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      truth[i] = (byte) ("?-+".indexOf(states.charAt(i)) - 1);
      column[i] = (float) scores[i];
    }
    return new Predictions(
        Attributes.of(IntStream.range(0, scores.length).mapToObj(i -> "id" + i).toList()).build(),
        Labels.ofColumns(LabelSchema.binary("x"), new byte[][] {truth}),
        Scores.takeOver(new float[][] {column}));
  }

  private static ThresholdSelection choose(ThresholdSearch.Builder search, Predictions rows) {
    return search.build().choose(rows, Folds.single(rows.size()), Clusters.ofRows(rows.size()));
  }

  private static ThresholdChoice.Chosen chosen(ThresholdSearch.Builder search, Predictions rows) {
    return (ThresholdChoice.Chosen) choose(search, rows).choices().getFirst();
  }

  @Test
  void a_cut_lies_midway_between_two_neighbouring_scores() {
    assertThat(chosen(ThresholdSearch.maximise(F1), binary("--++", 0.125, 0.25, 0.75, 1)).cut())
        .isEqualTo(0.5);
  }

  @Test
  void of_adjacent_cuts_of_equal_merit_the_middle_is_taken() {
    Objective cost = new Objective.Cost(1, 1);
    Predictions rows = binary("+-+-", 1, 0.75, 0.5, 0.25);
    // Cutting at (0.75, 1] or (0.25, 0.5] costs one error; cutting in between costs two.
    assertThat(chosen(ThresholdSearch.maximise(cost), rows).cut()).isEqualTo(0.875);
    Predictions level = binary("+-+-", 1, 0.5, 0.5, 0.25);
    // Taking in the tied pair neither gains nor loses: all of (0.25, 1] is one plateau.
    assertThat(chosen(ThresholdSearch.maximise(cost), level).cut()).isEqualTo(0.625);
  }

  @Test
  void a_cut_stays_within_its_bounds_and_says_that_they_cost_something() {
    Predictions rows = binary("--++", 0.125, 0.25, 0.75, 1);
    ThresholdChoice.Chosen bound =
        chosen(ThresholdSearch.maximise(F1).bounds(new Bounds(0.8, 0.9)), rows);
    assertThat(bound.cut()).isCloseTo(0.85, within(1e-12));
    assertThat(bound.boundHit()).isTrue();
    assertThat(bound.inSample().orThrow()).isCloseTo(2 / 3.0, within(1e-12));
    ThresholdChoice.Chosen free =
        chosen(ThresholdSearch.maximise(F1).bounds(new Bounds(0.3, 0.4)), rows);
    assertThat(free.boundHit()).isFalse();
    assertThat(free.cut()).isCloseTo(0.35, within(1e-12));
  }

  @Test
  void bounds_of_one_point_give_that_point() {
    Predictions rows = binary("--++", 0.125, 0.25, 0.75, 1);
    assertThat(chosen(ThresholdSearch.maximise(F1).bounds(new Bounds(0.75, 0.75)), rows).cut())
        .isEqualTo(0.75);
  }

  @Test
  void a_recall_is_reached_before_precision_counts() {
    Predictions rows = binary("+-+--+", 1, 0.875, 0.75, 0.625, 0.5, 0.25);
    ThresholdChoice.Chosen choice =
        chosen(ThresholdSearch.maximise(new Objective.RecallAtLeast(0.6)), rows);
    assertThat(choice.cut()).isEqualTo(0.6875);
    assertThat(choice.inSample().orThrow()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void where_bounds_rule_out_the_recall_the_choice_says_so() {
    Predictions rows = binary("+-+-", 1, 0.75, 0.5, 0.25);
    ThresholdSelection selection =
        choose(
            ThresholdSearch.maximise(new Objective.RecallAtLeast(1)).bounds(new Bounds(0.6, 0.9)),
            rows);
    assertThat(selection.infeasible()).hasSize(1);
    assertThat(selection.infeasible().getFirst().reason()).contains("0.6..0.9");
    assertThat(selection.thresholds().cut(0)).isBetween(0.6, 0.9);
  }

  @Test
  void a_label_without_positives_falls_back_on_one_half() {
    LabelSchema schema = new LabelSchema(TaskKind.MULTILABEL, List.of("a", "b"));
    Predictions rows =
        new Predictions(
            Attributes.of(List.of("1", "2")).build(),
            Labels.ofColumns(schema, new byte[][] {{1, 0}, {0, 0}}),
            Scores.takeOver(new float[][] {{0.75f, 0.25f}, {0.125f, 0.125f}}));
    ThresholdSelection selection = choose(ThresholdSearch.maximise(F1), rows);
    assertThat(selection.choices().get(1))
        .isEqualTo(new ThresholdChoice.Infeasible("b", 0.5, 0, "no positive in 2 rows"));
  }

  @Test
  void a_cut_of_few_positives_moves_to_where_it_is_predicted_as_often_as_others_are() {
    ThresholdSelection shrunk =
        choose(ThresholdSearch.maximise(F1).shrinkage(1e9).replicates(0), eager());
    ThresholdChoice.Chosen rare = (ThresholdChoice.Chosen) shrunk.choices().get(2);
    assertThat(rare.ownWeight()).isCloseTo(2 / 1e9, within(1e-12));
    assertThat(predictions(eager(), rare.unshrunkCut())).isEqualTo(2);
    // Both common labels are best cut where 2 rows are predicted for each positive.
    assertThat(predictions(eager(), rare.cut())).isEqualTo(4);
    assertThat(rare.cut()).isEqualTo(rare.pooledCut().orElseThrow());
  }

  @Test
  void with_as_many_positives_as_the_shrinkage_a_cut_goes_half_of_the_way() {
    ThresholdSelection shrunk =
        choose(ThresholdSearch.maximise(F1).shrinkage(2).replicates(0), eager());
    ThresholdChoice.Chosen rare = (ThresholdChoice.Chosen) shrunk.choices().get(2);
    assertThat(rare.ownWeight()).isEqualTo(0.5);
    // The geometric mean of 2 and nearly 4.
    assertThat(predictions(eager(), rare.cut())).isEqualTo(3);
  }

  @Test
  void a_rare_label_whose_scores_are_all_low_is_not_shrunk_into_silence() {
    ThresholdSelection shrunk =
        choose(ThresholdSearch.maximise(F1).shrinkage(1e9).replicates(0), eager());
    double lowest = shrunk.thresholds().cut(2);
    assertThat(lowest).isLessThan(0.05);
    assertThat(shrunk.thresholds().cut(0)).isGreaterThan(0.4);
  }

  @Test
  void shrinking_decides_alike_when_the_scores_of_a_label_are_mapped_by_a_rising_function() {
    Predictions rows = eager();
    float[] mapped = rows.scores().column(2).clone();
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = (float) Math.sqrt(mapped[i]);
    }
    Predictions other =
        new Predictions(
            rows.attributes(),
            rows.truth(),
            Scores.takeOver(
                new float[][] {rows.scores().column(0), rows.scores().column(1), mapped}));
    ThresholdSearch search = ThresholdSearch.maximise(F1).replicates(0).build();
    Folds folds = Folds.single(rows.size());
    Clusters clusters = Clusters.ofRows(rows.size());
    assertThat(search.choose(other, folds, clusters).thresholds().decide(other))
        .isDeepEqualTo(search.choose(rows, folds, clusters).thresholds().decide(rows));
  }

  /**
   * Two common labels whose positives lie in a mixture with as many negatives, and a rare one of
   * two positives on top of scores that are all low.
   */
  private static Predictions eager() {
    LabelSchema schema = new LabelSchema(TaskKind.MULTILABEL, List.of("a", "b", "rare"));
    int n = 400;
    byte[][] states = new byte[3][n];
    float[][] scores = new float[3][n];
    Random random = new Random(7);
    for (int i = 0; i < n; i++) {
      for (int label = 0; label < 2; label++) {
        boolean mixed = (i + 200 * label) % n < 200;
        states[label][i] = (byte) (mixed && i % 2 == 0 ? 1 : 0);
        scores[label][i] = mixed ? 0.6f : 0.3f * random.nextFloat();
      }
      states[2][i] = (byte) (i < 2 ? 1 : 0);
      scores[2][i] = 0.05f - 0.0001f * i;
    }
    return new Predictions(
        Attributes.of(IntStream.range(0, n).mapToObj(i -> "id" + i).toList()).build(),
        Labels.ofColumns(schema, states),
        Scores.takeOver(scores));
  }

  private static int predictions(Predictions rows, double cut) {
    int count = 0;
    for (float score : rows.scores().column(2)) {
      count += score >= cut ? 1 : 0;
    }
    return count;
  }

  /** A label of 50 positives cut near 0.5, and one of 2 that are cut near 0.9. */
  private static Predictions skewed() {
    LabelSchema schema = new LabelSchema(TaskKind.MULTILABEL, List.of("common", "rare"));
    int n = 100;
    byte[][] states = new byte[2][n];
    float[][] scores = new float[2][n];
    Random random = new Random(7);
    for (int i = 0; i < n; i++) {
      states[0][i] = (byte) (i % 2);
      scores[0][i] = Math.clamp(0.35f + 0.3f * (i % 2) + 0.15f * random.nextFloat(), 0, 1);
      states[1][i] = (byte) (i < 2 ? 1 : 0);
      scores[1][i] = i < 2 ? 0.95f : 0.85f * random.nextFloat();
    }
    return new Predictions(
        Attributes.of(IntStream.range(0, n).mapToObj(i -> "id" + i).toList()).build(),
        Labels.ofColumns(schema, states),
        Scores.takeOver(scores));
  }

  @Test
  void shrinking_never_breaks_the_floor_of_an_objective() {
    ThresholdSelection selection =
        choose(
            ThresholdSearch.maximise(new Objective.PrecisionAtLeast(0.95))
                .shrinkage(1000)
                .replicates(0),
            skewed());
    Thresholds thresholds = selection.thresholds();
    boolean[][] decided = thresholds.decide(skewed());
    for (int label = 0; label < 2; label++) {
      int right = 0;
      int all = 0;
      for (int row = 0; row < decided[label].length; row++) {
        all += decided[label][row] ? 1 : 0;
        right += decided[label][row] && skewed().truth().state(row, label) == 1 ? 1 : 0;
      }
      assertThat((double) right / all).isGreaterThanOrEqualTo(0.95);
    }
  }

  @Test
  void scores_of_pure_noise_show_optimism() {
    Predictions rows = noise(200, 3);
    int[] fold = IntStream.range(0, rows.size()).map(row -> row % 5).toArray();
    ThresholdSelection selection =
        ThresholdSearch.maximise(new Objective.Cost(1, 1))
            .replicates(0)
            .build()
            .choose(rows, Folds.of(fold, 5), Clusters.ofRows(rows.size()));
    ThresholdChoice.Chosen choice = (ThresholdChoice.Chosen) selection.choices().getFirst();
    assertThat(choice.optimism(selection.objective()).orElseThrow()).isPositive();
  }

  private static Predictions noise(int n, long seed) {
    Random random = new Random(seed);
    double[] scores = random.doubles(n).toArray();
    StringBuilder states = new StringBuilder();
    for (int i = 0; i < n; i++) {
      states.append(random.nextBoolean() ? '+' : '-');
    }
    return binary(states.toString(), scores);
  }

  @Test
  void one_fold_leaves_the_cross_fitted_figure_undefined() {
    assertThat(chosen(ThresholdSearch.maximise(F1), noise(50, 4)).crossFitted())
        .isInstanceOf(MetricValue.Undefined.class);
  }

  @Test
  void a_cut_in_a_clear_gap_does_not_move_and_one_amid_mixed_scores_does() {
    double[] scores = IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 0.25 : 0.75).toArray();
    Predictions gap = binary("-".repeat(20) + "+".repeat(20), scores);
    assertThat(chosen(ThresholdSearch.maximise(F1), gap).spread())
        .contains(new CutSpread(0.5, 0.5, ThresholdSearch.DEFAULT_REPLICATES));
    CutSpread mixed = chosen(ThresholdSearch.maximise(F1), overlapping(300)).spread().orElseThrow();
    assertThat(mixed.low()).isLessThan(mixed.high());
  }

  @Test
  void the_same_seed_gives_the_same_spread_and_another_seed_another() {
    ThresholdChoice first = chosen(ThresholdSearch.maximise(F1).seed(1), overlapping(300));
    assertThat(chosen(ThresholdSearch.maximise(F1).seed(1), overlapping(300))).isEqualTo(first);
    assertThat(chosen(ThresholdSearch.maximise(F1).seed(2), overlapping(300))).isNotEqualTo(first);
  }

  private static Predictions overlapping(int n) {
    Random random = new Random(11);
    double[] scores = new double[n];
    StringBuilder states = new StringBuilder();
    for (int i = 0; i < n; i++) {
      boolean positive = i % 3 == 0;
      states.append(positive ? '+' : '-');
      scores[i] = Math.clamp(0.4 + (positive ? 0.2 : 0) + 0.15 * random.nextGaussian(), 0.0, 1.0);
    }
    return binary(states.toString(), scores);
  }

  @Test
  void the_choice_does_not_depend_on_the_number_of_threads() throws Exception {
    Predictions rows = RandomPredictions.of(TaskKind.MULTILABEL, 300, 5);
    int[] fold = IntStream.range(0, rows.size()).map(row -> row % 5).toArray();
    ThresholdSearch search = ThresholdSearch.maximise(F1).seed(3).build();
    ThresholdSelection usual = search.choose(rows, Folds.of(fold, 5), Clusters.ofRows(rows.size()));
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      assertThat(
              one.submit(() -> search.choose(rows, Folds.of(fold, 5), Clusters.ofRows(rows.size())))
                  .get())
          .isEqualTo(usual);
    }
  }

  @Test
  void classes_have_no_thresholds() {
    Predictions classes = RandomPredictions.of(TaskKind.MULTICLASS, 10, 1);
    assertThatThrownBy(() -> choose(ThresholdSearch.maximise(F1), classes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("highest score");
  }

  @Test
  void bounds_of_a_label_that_is_not_there_are_refused() {
    assertThatThrownBy(
            () -> choose(ThresholdSearch.maximise(F1).bounds("y", Bounds.ANY), binary("+", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'y'");
  }
}
