package dev.assay.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedCutTest {

  private static final RankedScores SCORES =
      RankedScores.of(
          Labels.ofColumns(
              new LabelSchema(TaskKind.BINARY, List.of("y")), new byte[][] {{1, 0, 0, 1, 0}}),
          Scores.takeOver(new float[][] {{0.5f, 0.25f, 0.25f, 0.125f, 0.75f}}),
          0);

  @Test
  void the_cut_lies_in_the_middle_between_neighbouring_scores() {
    assertThat(nearest(1)).isEqualTo(new CountedCut(0.625, 1));
    assertThat(nearest(2)).isEqualTo(new CountedCut(0.375, 2));
  }

  @Test
  void rows_of_equal_score_are_predicted_together_or_not() {
    assertThat(nearest(2.9)).isEqualTo(new CountedCut(0.375, 2));
    assertThat(nearest(3.1)).isEqualTo(new CountedCut(0.1875, 4));
  }

  @Test
  void of_two_equally_near_the_higher_cut_is_taken() {
    assertThat(nearest(3)).isEqualTo(new CountedCut(0.375, 2));
  }

  @Test
  void nothing_and_everything_have_cuts_beyond_all_scores() {
    assertThat(nearest(-0.5)).isEqualTo(new CountedCut(0.875, 0));
    assertThat(nearest(99)).isEqualTo(new CountedCut(0.0625, 5));
  }

  @Test
  void rows_count_as_often_as_they_were_drawn() {
    assertThat(CountedCut.nearest(SCORES, new int[] {0, 3, 0, 1, 0}, 3))
        .isEqualTo(new CountedCut(0.1875, 3));
  }

  private static CountedCut nearest(double wanted) {
    return CountedCut.nearest(SCORES, new int[] {1, 1, 1, 1, 1}, wanted);
  }
}
