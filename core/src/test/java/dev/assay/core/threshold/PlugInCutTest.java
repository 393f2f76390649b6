package dev.assay.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlugInCutTest {

  private static final Objective F1 = new Objective.FBeta(1);

  private static RankedScores ranked(byte[] states, float[] scores) {
    return RankedScores.of(
        Labels.ofColumns(new LabelSchema(TaskKind.BINARY, List.of("y")), new byte[][] {states}),
        Scores.takeOver(new float[][] {scores}),
        0);
  }

  /** Scores that say how often they are right: log odds are drawn, then the truth by them. */
  private static RankedScores calibrated(int rows, long seed) {
    Random random = new Random(seed);
    byte[] states = new byte[rows];
    float[] scores = new float[rows];
    for (int row = 0; row < rows; row++) {
      scores[row] = (float) (1 / (1 + Math.exp(3 - 2 * random.nextGaussian())));
      states[row] = (byte) (random.nextDouble() < scores[row] ? 1 : 0);
    }
    return ranked(states, scores);
  }

  @Test
  void where_scores_are_right_the_best_cut_is_half_of_the_best_f1() {
    RankedScores rows = calibrated(100_000, 3);
    Plateau best =
        Sweep.best(rows, F1::merit, Bounds.ANY, ThresholdSearch.ones(rows.size())).orElseThrow();
    assertThat(PlugInCut.of(rows, F1).orElseThrow())
        .isCloseTo(best.merit() / 2, within(0.01))
        .isCloseTo(best.cut(), within(0.05));
  }

  @Test
  void with_costs_it_is_where_the_probability_makes_both_mistakes_cost_alike() {
    RankedScores rows = calibrated(100_000, 4);
    assertThat(PlugInCut.of(rows, new Objective.Cost(1, 4)).orElseThrow())
        .isCloseTo(0.2, within(0.01));
  }

  @Test
  void where_no_row_is_worth_a_false_positive_it_flags_none() {
    int size = 400;
    byte[] states = new byte[size];
    float[] scores = new float[size];
    Random random = new Random(5);
    for (int row = 0; row < size; row++) {
      scores[row] = 0.3f * random.nextFloat();
      states[row] = (byte) (random.nextDouble() < scores[row] / 3 ? 1 : 0);
    }

    double cut = PlugInCut.of(ranked(states, scores), new Objective.Cost(10, 1)).orElseThrow();

    assertThat(cut).isGreaterThan(0.3);
  }

  @Test
  void it_moves_less_from_draw_to_draw_than_the_best_cut_does() {
    double ofPlugIn = 0;
    double ofBest = 0;
    double reference = PlugInCut.of(calibrated(100_000, 3), F1).orElseThrow();
    for (int draw = 0; draw < 40; draw++) {
      RankedScores rows = calibrated(300, 100 + draw);
      int[] ones = ThresholdSearch.ones(rows.size());
      double best = Sweep.best(rows, F1::merit, Bounds.ANY, ones).orElseThrow().cut();
      ofPlugIn += Math.pow(PlugInCut.of(rows, F1).orElseThrow() - reference, 2);
      ofBest += Math.pow(best - reference, 2);
    }
    assertThat(ofPlugIn).isLessThan(ofBest / 2);
  }

  @Test
  void a_model_that_scores_all_rows_alike_has_none() {
    for (int rows = 2; rows < 60; rows++) {
      for (float score : new float[] {0.013f, 0.1f, 0.37f}) {
        byte[] states = new byte[rows];
        float[] scores = new float[rows];
        Arrays.fill(scores, score);
        Arrays.fill(states, 0, 1 + rows / 7, (byte) 1);
        assertThat(PlugInCut.of(ranked(states, scores), F1)).as("%s rows", rows).isEmpty();
      }
    }
  }

  @Test
  void there_is_none_without_both_kinds_of_rows_or_where_scores_fall_with_the_label() {
    float[] scores = {0.1f, 0.2f, 0.3f, 0.4f};
    assertThat(PlugInCut.of(ranked(new byte[] {0, 0, 0, 0}, scores), F1)).isEmpty();
    assertThat(PlugInCut.of(ranked(new byte[] {1, 1, 1, 1}, scores), F1)).isEmpty();
    assertThat(PlugInCut.of(ranked(new byte[] {1, 1, 0, 0}, scores), F1)).isEmpty();
  }
}
