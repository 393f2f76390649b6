package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Scores;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A precision whose scores are 0.1 higher than those of the weights as they were trained. */
class VariantScoresTest {

  private static final float SHIFT = 0.1f;
  private static final int ROWS = 500;

  private final Random random = new Random(11);

  /** Two of five rows have the score of another epoch, on the scale of the trained weights. */
  private static boolean isOfAnotherEpoch(int row) {
    return row % 5 < 2;
  }

  private Scores whole() {
    float[] column = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      column[row] = 0.05f + 0.8f * random.nextFloat();
    }
    return Scores.takeOver(new float[][] {column});
  }

  private static Scores shifted(Scores scores) {
    float[] column = scores.column(0);
    for (int row = 0; row < column.length; row++) {
      column[row] += SHIFT;
    }
    return Scores.takeOver(new float[][] {column});
  }

  private static Scores crossFitted(Scores whole) {
    float[] column = whole.column(0);
    for (int row = 0; row < column.length; row++) {
      if (isOfAnotherEpoch(row)) {
        column[row] = whole.score((row + 5) % ROWS, 0) * 0.999f;
      }
    }
    return Scores.takeOver(new float[][] {column});
  }

  @Test
  void scores_of_other_epochs_stand_on_the_scale_of_the_precision() {
    Scores whole = whole();
    Scores given = crossFitted(whole);

    Scores fitted = VariantScores.of(TaskKind.BINARY, given, whole, shifted(whole));

    for (int row = 0; row < ROWS; row++) {
      assertThat(fitted.score(row, 0))
          .as("row %d", row)
          .isCloseTo(given.score(row, 0) + SHIFT, within(1e-3f));
    }
  }

  @Test
  void the_rows_that_training_kept_have_the_scores_of_the_precision_itself() {
    Scores whole = whole();
    Scores own = shifted(whole);

    Scores fitted = VariantScores.of(TaskKind.MULTILABEL, crossFitted(whole), whole, own);

    for (int row = 0; row < ROWS; row++) {
      if (!isOfAnotherEpoch(row)) {
        assertThat(fitted.score(row, 0)).isEqualTo(own.score(row, 0));
      }
    }
  }

  @Test
  void classes_that_exclude_each_other_keep_the_cross_fitted_scores() {
    Scores whole = whole();
    Scores given = crossFitted(whole);

    Scores fitted = VariantScores.of(TaskKind.MULTICLASS, given, whole, shifted(whole));

    for (int row = 0; row < ROWS; row++) {
      if (isOfAnotherEpoch(row)) {
        assertThat(fitted.score(row, 0)).isEqualTo(given.score(row, 0));
      }
    }
  }
}
