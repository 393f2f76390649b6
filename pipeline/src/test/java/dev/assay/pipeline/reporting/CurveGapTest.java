package dev.assay.pipeline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.model.LearningCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveGapTest {

  @Test
  void a_loss_is_best_where_it_is_lowest() {
    assertThat(
            CurveGap.words(
                "log_loss",
                List.of(
                    LearningCurve.ofLoss("log_loss", "train", List.of(0.6, 0.4, 0.3)),
                    LearningCurve.ofLoss("log_loss", "validation", List.of(0.65, 0.5, 0.52)))))
        .isEqualTo(
            "The log_loss on validation is lowest after round 2 of 3, at 0.500. On training rows it"
                + " is 0.400 there: a gap of +0.100. After that it rises by 0.020 to the last"
                + " round.");
  }

  @Test
  void a_figure_that_rises_with_the_model_is_best_where_it_is_highest() {
    assertThat(words(List.of(0.537, 0.557, 0.559)))
        .isEqualTo(
            "The average_precision on validation is highest after round 3 of 3, at 0.559. It was"
                + " still rising when training ended.");
    assertThat(words(List.of(0.51, 0.543, 0.539)))
        .isEqualTo(
            "The average_precision on validation is highest after round 2 of 3, at 0.543. After"
                + " that it falls by 0.004 to the last round.");
  }

  @Test
  void of_equal_rounds_the_first_is_named() {
    assertThat(words(List.of(0.5, 0.7, 0.7)))
        .isEqualTo(
            "The average_precision on validation is highest after round 2 of 3, at 0.700. After"
                + " that it hardly moves.");
  }

  @Test
  void a_loss_that_was_not_watched_is_told_of_training_rows() {
    assertThat(
            CurveGap.words(
                "loss", List.of(LearningCurve.ofLoss("loss", "train", List.of(0.0962, 0.0606)))))
        .isEqualTo(
            "The loss on training rows went from 0.096 in round 1 to 0.061 in round 2; it was not"
                + " watched on validation.");
  }

  private static String words(List<Double> averagePrecisions) {
    return CurveGap.words(
        "average_precision",
        List.of(new LearningCurve("average_precision", "validation", averagePrecisions, true)));
  }
}
