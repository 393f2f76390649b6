package dev.assay.text.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import dev.assay.text.network.Pooling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the ONNX files that the jars of encoders ship, on real texts. */
class EncoderParityTest {

  private static final int TEXTS = 24;

  @ParameterizedTest
  @ValueSource(strings = {"all-minilm-l6-v2", "bge-small-en-v1.5", "e5-small-v2"})
  void pooled_vectors_are_those_of_the_file_in_the_jar(String encoder) throws OrtException {
    EncoderInJar jar = EncoderInJar.read(encoder + ".onnx");
    long[][] texts = RealTexts.tokens(encoder, TEXTS);
    int width = jar.weights().architecture().width();

    for (Pooling pooling : new Pooling[] {Pooling.MEAN, Pooling.CLS}) {
      Classifier bare = bare(jar.weights(), pooling);
      byte[] file = OnnxWriter.bytes(bare, Precision.FP32, Map.of());
      float[][] expected = pooledByJar(jar, texts, pooling);
      try (OnnxModel model = OnnxModel.open(file, encoder, 2)) {
        float[][] scores = model.scores(texts);
        double most = 0;
        for (int row = 0; row < TEXTS; row++) {
          for (int i = 0; i < width; i++) {
            most = Math.max(most, Math.abs(logit(scores[i][row]) - expected[row][i]));
          }
        }
        assertThat(most).as("%s, %s", encoder, pooling).isLessThan(1e-4);
      }
    }
  }

  /** A classifier whose logits are the pooled vector. */
  private static Classifier bare(EncoderWeights encoder, Pooling pooling) {
    int width = encoder.architecture().width();
    float[] identity = new float[width * width];
    for (int i = 0; i < width; i++) {
      identity[i * width + i] = 1;
    }
    Head.Linear map =
        new Head.Linear(
            FloatTensor.of(identity, width, width), FloatTensor.of(new float[width], width));
    return new Classifier(
        encoder, new Head(pooling, Optional.empty(), List.of(map)), Classifier.Activation.SIGMOID);
  }

  private static double logit(float score) {
    return Math.log(score / (1.0 - score));
  }

  private static float[][] pooledByJar(EncoderInJar jar, long[][] texts, Pooling pooling)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    float[][] pooled = new float[texts.length][];
    try (OrtSession session = environment.createSession(jar.bytes())) {
      for (int row = 0; row < texts.length; row++) {
        long[][] ids = {texts[row]};
        long[][] ones = {new long[texts[row].length]};
        Arrays.fill(ones[0], 1);
        long[][] segments = {new long[texts[row].length]};
        try (OnnxTensor in = OnnxTensor.createTensor(environment, ids);
            OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
            OnnxTensor types = OnnxTensor.createTensor(environment, segments);
            OrtSession.Result result =
                session.run(
                    Map.of("input_ids", in, "attention_mask", mask, "token_type_ids", types),
                    Set.of("last_hidden_state"))) {
          float[][][] states = (float[][][]) result.get(0).getValue();
          pooled[row] = pooling == Pooling.CLS ? states[0][0] : mean(states[0]);
        }
      }
    }
    return pooled;
  }

  private static float[] mean(float[][] tokens) {
    float[] mean = new float[tokens[0].length];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      for (float[] token : tokens) {
        sum += token[i];
      }
      mean[i] = (float) (sum / tokens.length);
    }
    return mean;
  }
}
