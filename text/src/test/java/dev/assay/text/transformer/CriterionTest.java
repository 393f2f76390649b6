package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Scores;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CriterionTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-7);
  private static final LabelSchema TWO = new LabelSchema(TaskKind.MULTILABEL, List.of("a", "b"));
  private static final Scores SCORES =
      Scores.takeOver(new float[][] {{.9f, .8f, .3f, .2f}, {.5f, .25f, .75f, 0f}});

  private static Labels labels(byte[] first, byte[] second) {
    return Labels.ofColumns(TWO, new byte[][] {first, second});
  }

  @Test
  void average_precision_is_the_mean_over_the_labels() {
    Labels truth = labels(new byte[] {1, 0, 1, 0}, new byte[] {1, 0, 0, 0});

    // By rank: 1/2 · (1/1 + 2/3), and 1/2.
    assertThat(Criterion.AVERAGE_PRECISION.of(truth, SCORES, row -> true))
        .isCloseTo((5.0 / 6 + 0.5) / 2, EXACT);
  }

  @Test
  void average_precision_leaves_out_labels_of_which_it_is_not_defined() {
    Labels truth = labels(new byte[] {1, 0, 1, 0}, new byte[] {0, 0, 0, 0});

    assertThat(Criterion.AVERAGE_PRECISION.of(truth, SCORES, row -> true))
        .isCloseTo(5.0 / 6, EXACT);
    assertThat(Criterion.AVERAGE_PRECISION.of(truth, SCORES, row -> row == 1)).isZero();
  }

  @Test
  void log_loss_is_the_mean_over_the_cells_that_are_known() {
    Labels truth = labels(new byte[] {1, 0, -1, -1}, new byte[] {-1, -1, 1, -1});

    assertThat(Criterion.LOG_LOSS.of(truth, SCORES, row -> true))
        .isCloseTo((Math.log(.9) + Math.log(.2) + Math.log(.75)) / 3, EXACT);
  }

  @Test
  void log_loss_of_a_certainty_that_is_wrong_is_large_and_a_number() {
    Labels truth = labels(new byte[] {-1, -1, -1, -1}, new byte[] {-1, -1, -1, 1});

    assertThat(Criterion.LOG_LOSS.of(truth, SCORES, row -> true)).isBetween(-20.0, -10.0);
  }

  @Test
  void only_the_wanted_rows_count() {
    Labels truth = labels(new byte[] {1, 0, 1, 0}, new byte[] {1, 0, 0, 0});

    assertThat(Criterion.AVERAGE_PRECISION.of(truth, SCORES, row -> row < 2)).isCloseTo(1, EXACT);
    assertThat(Criterion.LOG_LOSS.of(truth, SCORES, row -> row == 0))
        .isCloseTo((Math.log(.9) + Math.log(.5)) / 2, EXACT);
  }
}
