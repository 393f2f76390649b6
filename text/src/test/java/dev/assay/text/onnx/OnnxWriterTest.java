package dev.assay.text.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import dev.assay.text.network.Pooling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxWriterTest {

  @ParameterizedTest
  @EnumSource(Precision.class)
  void the_same_classifier_gives_the_same_bytes(Precision precision) throws IOException {
    Map<String, String> properties = Map.of("b", "1", "a", "2", "c", "3");
    ByteArrayOutputStream streamed = new ByteArrayOutputStream();

    OnnxWriter.write(SmallClassifier.threeLabels(), precision, properties, streamed);

    assertThat(OnnxWriter.bytes(SmallClassifier.threeLabels(), precision, properties))
        .isEqualTo(streamed.toByteArray());
  }

  @Test
  void a_file_says_what_the_caller_wants_it_to_say_and_what_it_can_read() {
    byte[] file =
        OnnxWriter.bytes(
            SmallClassifier.threeLabels(), Precision.INT8, Map.of("labels", "anger,joy,grief"));

    try (OnnxModel model = OnnxModel.open(file, "model.onnx", 1)) {
      assertThat(model.properties())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "labels", "anger,joy,grief",
                  "assay.vocabulary", "50",
                  "assay.longest_text", "64",
                  "assay.precision", "int8"));
      assertThat(model.outputs()).isEqualTo(3);
      assertThat(model.longestText()).isEqualTo(64);
      assertThat(model.precision()).isEqualTo(Precision.INT8);
    }
  }

  @Test
  void smaller_precisions_of_a_real_encoder_are_smaller_and_score_nearly_the_same() {
    long[][] texts = RealTexts.tokens("all-minilm-l6-v2", 200);
    Classifier classifier = eightLabels(EncoderInJar.read("all-minilm-l6-v2.onnx"));
    byte[] full = OnnxWriter.bytes(classifier, Precision.FP32, Map.of());
    float[][] expected = scores(full, texts);

    byte[] half = OnnxWriter.bytes(classifier, Precision.FP16, Map.of());
    assertThat((double) half.length / full.length).isBetween(0.49, 0.51);
    assertThat(greatestDifference(expected, scores(half, texts))).isLessThan(0.002);

    for (Precision precision : List.of(Precision.INT8, Precision.INT8_REDUCED)) {
      byte[] quarter = OnnxWriter.bytes(classifier, precision, Map.of());
      float[][] scores = scores(quarter, texts);
      assertThat(quarter.length).as("bytes").isBetween(23_000_000, 24_000_000);
      assertThat(meanDifference(expected, scores)).as("%s", precision).isLessThan(0.02);
      assertThat(greatestDifference(expected, scores)).as("%s", precision).isLessThan(0.15);
    }
  }

  /** Weights of about the size that a trained head has. */
  private static Classifier eightLabels(EncoderInJar jar) {
    int width = jar.weights().architecture().width();
    Random random = new Random(20);
    float[] weight = new float[8 * width];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = (float) random.nextGaussian() * 0.1f;
    }
    Head.Linear map =
        new Head.Linear(FloatTensor.of(weight, 8, width), FloatTensor.of(new float[8], 8));
    return new Classifier(
        jar.weights(),
        new Head(Pooling.MEAN, Optional.empty(), List.of(map)),
        Classifier.Activation.SIGMOID);
  }

  private static float[][] scores(byte[] file, long[][] texts) {
    try (OnnxModel model = OnnxModel.open(file, "model.onnx", 2)) {
      return model.scores(texts);
    }
  }

  private static double greatestDifference(float[][] a, float[][] b) {
    double most = 0;
    for (int label = 0; label < a.length; label++) {
      for (int row = 0; row < a[label].length; row++) {
        most = Math.max(most, Math.abs(a[label][row] - b[label][row]));
      }
    }
    return most;
  }

  private static double meanDifference(float[][] a, float[][] b) {
    double sum = 0;
    for (int label = 0; label < a.length; label++) {
      for (int row = 0; row < a[label].length; row++) {
        sum += Math.abs(a[label][row] - b[label][row]);
      }
    }
    return sum / (a.length * a[0].length);
  }
}
