package dev.assay.text.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.prediction.Scores;
import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderSource;
import dev.assay.text.encoder.PretrainedEncoder;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Classifier.Activation;
import dev.assay.text.network.Pooling;
import dev.assay.text.network.RandomClassifier;
import dev.assay.text.onnx.OnnxModel;
import dev.assay.text.onnx.OnnxWriter;
import dev.assay.text.onnx.Precision;
import dev.assay.text.tokenise.Tokeniser;
import dev.assay.text.tokenise.Tokens;
import dev.assay.text.tokenise.TokensOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is trained scores as the file does that is served. */
class ForwardTest {

  private static final Architecture BERT = RandomClassifier.BERT;
  private static final Architecture ROBERTA =
      new Architecture(60, 160, 2, 1, 16, 2, 4, 24, 1e-5, 1, 0);
  private static final Architecture DISTILBERT =
      new Architecture(60, 48, 0, 0, 16, 1, 2, 24, 1e-12, 0, 0);
  private static final Architecture MPNET =
      new Architecture(60, 160, 2, 0, 16, 6, 4, 24, 1e-5, 1, 32);

  /** A shape of classifier. */
  record Shape(Architecture encoder, Pooling pooling, List<Integer> head, Activation activation) {

    Classifier classifier() {
      return RandomClassifier.of(
          RandomClassifier.encoder(encoder, 11), pooling, head, activation, 12);
    }
  }

  static Stream<Shape> shapes() {
    List<Architecture> encoders = List.of(BERT, ROBERTA, DISTILBERT, MPNET);
    Pooling[] poolings = Pooling.values();
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < poolings.length; i++) {
      for (int j = 0; j < encoders.size(); j++) {
        // Every pooling and every encoder stands with both heads.
        shapes.add(
            (i + j) % 2 == 1
                ? new Shape(encoders.get(j), poolings[i], List.of(20, 8, 2), Activation.SOFTMAX)
                : new Shape(encoders.get(j), poolings[i], List.of(3), Activation.SIGMOID));
      }
    }
    return shapes.stream();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void every_shape_scores_as_its_onnx_file_does(Shape shape) {
    // More texts than are scored together, so that texts of unlike length stand in one batch.
    Tokens tokens =
        TokensOf.random(70, shape.encoder().longestText(), shape.encoder().vocabulary(), 13);

    assertAlike(shape.classifier(), tokens, 2);
  }

  @Test
  void a_pretrained_encoder_scores_real_sentences_as_its_onnx_file_does() {
    PretrainedEncoder encoder = EncoderSource.read("minilm-l6");
    List<String> texts =
        List.of(
            "A short one.", "", "It rained all day, and the match was called off at noon.", "😀");
    try (Tokeniser tokeniser = Tokeniser.read(encoder.tokeniser(), "tokenizer.json")) {
      Classifier classifier =
          RandomClassifier.of(
              encoder.weights(), Pooling.LAST4_MEAN, List.of(4), Activation.SIGMOID, 14);

      assertAlike(classifier, tokeniser.encode(texts, 64), 1);
    }
  }

  private static void assertAlike(Classifier classifier, Tokens tokens, int threads) {
    byte[] file = OnnxWriter.bytes(classifier, Precision.FP32, Map.of());
    try (TorchTraining training = new TorchTraining(classifier, Optimisations.plain(threads), 1);
        OnnxModel model = OnnxModel.open(file, "model.onnx", 1)) {
      Scores scores = training.scores(tokens, IntStream.range(0, tokens.size()).toArray());
      float[][] expected = model.scores(TokensOf.longs(tokens));
      for (int label = 0; label < expected.length; label++) {
        assertThat(scores.column(label)).containsExactly(expected[label], offset());
        assertThat(spread(expected[label])).as("spread of label %d", label).isGreaterThan(0.02f);
      }
    }
  }

  private static Offset<Float> offset() {
    return Offset.offset(1e-4f);
  }

  private static float spread(float[] scores) {
    float least = 1;
    float most = 0;
    for (float score : scores) {
      least = Math.min(least, score);
      most = Math.max(most, score);
    }
    return most - least;
  }
}
