package dev.assay.text.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.RelativeBuckets;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Pooling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Against {@code forward.json}, which {@code src/test/python/forward_golden.py} writes. */
class ForwardGoldenTest {

  private static final Golden GOLDEN = read();

  @ParameterizedTest
  @MethodSource("cases")
  void every_shape_of_encoder_scores_as_its_definition_says(Case golden) {
    Classifier classifier =
        SmallClassifier.of(
            golden.architecture(), golden.pooling(), golden.activation(), golden.head());
    byte[] file = OnnxWriter.bytes(classifier, Precision.FP32, Map.of());

    try (OnnxModel model = OnnxModel.open(file, golden.name(), 1)) {
      float[][] scores = model.scores(golden.texts());

      assertThat(scores.length).isEqualTo(golden.head().getLast());
      for (int row = 0; row < golden.scores().size(); row++) {
        for (int label = 0; label < scores.length; label++) {
          assertThat((double) scores[label][row])
              .as("label %d of text %d", label, row)
              .isCloseTo(golden.scores().get(row).get(label), within(2e-6));
        }
      }
    }
  }

  @Test
  void distances_fall_into_the_buckets_of_mpnet() {
    assertThat(GOLDEN.buckets()).hasSizeGreaterThan(256);
    GOLDEN
        .buckets()
        .forEach(
            (distance, bucket) ->
                assertThat(RelativeBuckets.bucket(distance, 32))
                    .as("distance %d", distance)
                    .isEqualTo(bucket));
  }

  static Stream<Case> cases() {
    return GOLDEN.cases().stream();
  }

  private static Golden read() {
    try (InputStream in =
        Objects.requireNonNull(ForwardGoldenTest.class.getResourceAsStream("forward.json"))) {
      return JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(in, Golden.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The golden file. */
  record Golden(Map<Integer, Integer> buckets, List<Case> cases) {}

  /** A classifier, texts and the scores that they must have, {@code (n, k)}. */
  record Case(
      String name,
      Architecture architecture,
      Pooling pooling,
      Classifier.Activation activation,
      List<Integer> head,
      List<List<Long>> ids,
      List<List<Double>> scores) {

    long[][] texts() {
      return ids.stream()
          .map(text -> text.stream().mapToLong(Long::longValue).toArray())
          .toArray(long[][]::new);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
