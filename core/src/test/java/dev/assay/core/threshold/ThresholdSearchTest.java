package dev.assay.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Attributes;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.metric.RankedScores;
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
  void a_cut_of_few_positives_moves_towards_the_plug_in_one_on_log_odds() {
    Predictions rows = simulated(2, 600, 9);
    ThresholdSelection own = choose(ThresholdSearch.maximise(F1).shrinkage(0).replicates(0), rows);
    ThresholdSelection shrunk =
        choose(ThresholdSearch.maximise(F1).shrinkage(10).replicates(0), rows);
    ThresholdChoice.Chosen rare = (ThresholdChoice.Chosen) shrunk.choices().get(1);
    double plugIn = rare.plugInCut().orElseThrow();
    double weight = rare.positives() / (rare.positives() + 10.0);
    assertThat(rare.ownWeight()).isCloseTo(weight, within(1e-12));
    assertThat(rare.unshrunkCut()).isEqualTo(own.choices().get(1).cut()).isNotEqualTo(plugIn);
    assertThat(logOdds(rare.cut()))
        .isCloseTo(
            weight * logOdds(rare.unshrunkCut()) + (1 - weight) * logOdds(plugIn), within(1e-9));
  }

  private static double logOdds(double score) {
    return Math.log(score / (1 - score));
  }

  @Test
  void a_straight_map_of_a_labels_log_odds_changes_no_decision() {
    Predictions rows = simulated(3, 2_000, 5);
    float[][] mapped = new float[3][];
    for (int label = 0; label < 3; label++) {
      mapped[label] = rows.scores().column(label).clone();
      for (int row = 0; row < mapped[label].length; row++) {
        // As the scores of a model come out that was trained with weights of classes.
        double moved = 0.7 * logOdds(mapped[label][row]) + 1 + label;
        mapped[label][row] = (float) (1 / (1 + Math.exp(-moved)));
      }
    }
    Predictions other = rows.withScores(Scores.takeOver(mapped));
    boolean[][] decided = choose(ThresholdSearch.maximise(F1), rows).thresholds().decide(rows);
    boolean[][] moved = choose(ThresholdSearch.maximise(F1), other).thresholds().decide(other);
    int unlike = 0;
    for (int label = 0; label < 3; label++) {
      for (int row = 0; row < decided[label].length; row++) {
        unlike += decided[label][row] == moved[label][row] ? 0 : 1;
      }
    }
    // Scores are 32-bit floats, so that a row next to the cut may fall on its other side.
    assertThat(unlike).isLessThanOrEqualTo(3);
  }

  @Test
  void on_rows_that_were_not_seen_shrunk_cuts_do_better_than_the_best_ones_on_few_positives() {
    double gain = 0;
    int labels = 40;
    Predictions seen = simulated(labels, 1_500, 1);
    Predictions fresh = simulated(labels, 60_000, 2);
    Thresholds exact =
        choose(ThresholdSearch.maximise(F1).shrinkage(0).replicates(0), seen).thresholds();
    Thresholds shrunk = choose(ThresholdSearch.maximise(F1).replicates(0), seen).thresholds();
    for (int label = 0; label < labels; label++) {
      gain += f1(fresh, label, shrunk.cut(label)) - f1(fresh, label, exact.cut(label));
    }
    assertThat(gain / labels).isGreaterThan(0.02);
  }

  private static double f1(Predictions rows, int label, double cut) {
    RankedScores ranked = RankedScores.of(rows.truth(), rows.scores(), label);
    long tp = 0;
    long predicted = 0;
    for (int rank = 0; rank < ranked.size() && ranked.score(rank) >= cut; rank++) {
      predicted++;
      tp += ranked.isPositive(rank) ? 1 : 0;
    }
    return 2.0 * tp / (predicted + ranked.positives());
  }

  /** Labels of about one positive in 75 rows, whose log odds are 2.2 higher on average there. */
  private static Predictions simulated(int labels, int rows, long seed) {
    LabelSchema schema =
        new LabelSchema(
            TaskKind.MULTILABEL, IntStream.range(0, labels).mapToObj(i -> "l" + i).toList());
    Random random = new Random(seed);
    byte[][] states = new byte[labels][rows];
    float[][] scores = new float[labels][rows];
    for (int label = 0; label < labels; label++) {
      for (int row = 0; row < rows; row++) {
        states[label][row] = (byte) (random.nextInt(75) == 0 ? 1 : 0);
        double odds = -5 + 2.2 * states[label][row] + 1.2 * random.nextGaussian();
        scores[label][row] = (float) (1 / (1 + Math.exp(-odds)));
      }
    }
    return new Predictions(
        Attributes.of(IntStream.range(0, rows).mapToObj(i -> "id" + i).toList()).build(),
        Labels.ofColumns(schema, states),
        Scores.takeOver(scores));
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
