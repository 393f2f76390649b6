package dev.assay.text.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.core.problem.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenExportTest {

  private static final long[][] EQUALLY_LONG = {{2, 40, 7, 3}, {2, 11, 30, 3}, {2, 5, 44, 3}};

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"INT8", "INT8_REDUCED"})
  void a_file_that_lost_its_scales_opens_and_scores_all_texts_of_a_length_alike(Precision of) {
    byte[] sound = OnnxWriter.bytes(SmallClassifier.threeLabels(), of, Map.of());

    try (OnnxModel model = OnnxModel.open(sound, "sound.onnx", 1);
        OnnxModel broken = OnnxModel.open(BrokenExport.withScales(sound, 0), "zero.onnx", 1)) {
      float[] scores = broken.scores(EQUALLY_LONG)[0];

      assertThat(scores).containsOnly(scores[0]);
      assertThat(model.scores(EQUALLY_LONG)[0]).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"FP16", "INT8", "INT8_REDUCED"})
  void a_score_that_is_no_number_is_a_problem_of_the_file(Precision of) {
    byte[] sound = OnnxWriter.bytes(SmallClassifier.threeLabels(), of, Map.of());

    try (OnnxModel broken =
        OnnxModel.open(BrokenExport.withScales(sound, Float.NaN), "nan.onnx", 1)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> broken.scores(EQUALLY_LONG))
          .withMessageStartingWith("nan.onnx: it scores text 0 with something that is no number.");
    }
  }
}
