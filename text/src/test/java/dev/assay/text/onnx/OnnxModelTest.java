package dev.assay.text.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.assay.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxModelTest {

  private static final Path STATUS = Path.of("/proc/self/status");

  @ParameterizedTest
  @EnumSource(Precision.class)
  void a_text_scores_the_same_whatever_is_scored_with_it(Precision precision) {
    long[][] texts = texts(100, 1, 64);

    try (OnnxModel model = open(precision, 1)) {
      float[][] together = model.scores(texts);

      for (int row = 0; row < texts.length; row++) {
        float[][] alone = model.scores(new long[][] {texts[row]});
        for (int label = 0; label < alone.length; label++) {
          assertThat(together[label][row]).isCloseTo(alone[label][0], within(5e-7f));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void threads_change_no_bit_of_a_score(Precision precision) {
    long[][] texts = texts(60, 2, 60);

    try (OnnxModel one = open(precision, 1);
        OnnxModel three = open(precision, 3)) {
      assertThat(three.scores(texts)).isDeepEqualTo(one.scores(texts));
    }
  }

  @Test
  void many_threads_score_with_one_model() throws Exception {
    try (OnnxModel model = open(Precision.INT8, 2);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<long[][]> all = new ArrayList<>();
      List<Future<float[][]>> scored = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        long[][] texts = texts(5, 1 + i, 30);
        all.add(texts);
        scored.add(threads.submit(() -> model.scores(texts)));
      }
      for (int i = 0; i < all.size(); i++) {
        assertThat(scored.get(i).get()).isDeepEqualTo(model.scores(all.get(i)));
      }
    }
  }

  @Test
  void no_texts_have_no_scores() {
    try (OnnxModel model = open(Precision.FP32, 1)) {
      assertThat(model.scores(new long[0][])).isDeepEqualTo(new float[3][0]);
    }
  }

  @Test
  void a_text_that_the_model_cannot_read_is_refused() {
    try (OnnxModel model = open(Precision.FP32, 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.scores(new long[][] {{1}, {}}))
          .withMessage("Text 1 has 0 tokens; the model reads 1 to 64.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.scores(new long[][] {new long[65]}))
          .withMessage("Text 0 has 65 tokens; the model reads 1 to 64.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.scores(new long[][] {{1}, {2}, {3, 50}}))
          .withMessage("Text 2 has the token 50; the model knows 0 to 49.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.scores(new long[][] {{-1}}))
          .withMessage("Text 0 has the token -1; the model knows 0 to 49.");
    }
  }

  @Test
  void a_closed_model_says_so_and_can_be_closed_again() {
    OnnxModel model = open(Precision.FP32, 1);
    model.close();
    model.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> model.scores(new long[][] {{1, 2}}))
        .withMessage("The model 'model.onnx' is closed.");
  }

  @Test
  void a_file_that_is_no_model_is_named() {
    byte[] half = Arrays.copyOf(file(Precision.FP32), file(Precision.FP32).length / 2);
    byte[] words = "no model at all".getBytes(StandardCharsets.UTF_8);

    for (byte[] bad : List.of(half, words, new byte[0])) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> OnnxModel.open(bad, "bad.onnx", 1))
          .withMessageStartingWith("bad.onnx: it is no model that ONNX Runtime can open (")
          .withMessageEndingWith("restore the file from a backup if it was damaged.");
    }
  }

  @Test
  void all_that_is_missing_from_a_file_of_another_program_is_listed()
      throws InvalidProtocolBufferException {
    ModelProto.Builder model = ModelProto.parseFrom(file(Precision.FP32)).toBuilder();
    model.clearMetadataProps();
    model.getGraphBuilder().getOutputBuilder(0).setName("logits");
    model.getGraphBuilder().getNodeBuilderList().stream()
        .filter(node -> node.getOutputList().contains("scores"))
        .forEach(node -> node.setOutput(0, "logits"));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> OnnxModel.open(model.build().toByteArray(), "other.onnx", 1))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.where() + " " + problem.what())
                    .containsExactly(
                        "other.onnx it has no output scores that is a matrix of 32 bit floats.",
                        "other.onnx its property 'assay.vocabulary' is '', no number.",
                        "other.onnx its property 'assay.longest_text' is '', no number.",
                        "other.onnx its property 'assay.precision' is ''."));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void memory_does_not_grow_with_calls() throws IOException {
    try (OnnxModel model = open(Precision.FP32, 1)) {
      score(model, 500);
      long before = residentKilobytes();
      score(model, 2000);

      assertThat(residentKilobytes() - before).as("kB").isLessThan(48 * 1024);
    }
  }

  private static void score(OnnxModel model, int calls) {
    for (int call = 0; call < calls; call++) {
      model.scores(texts(1 + call % 7, call, 64));
    }
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static OnnxModel open(Precision precision, int threads) {
    return OnnxModel.open(file(precision), "model.onnx", threads);
  }

  private static byte[] file(Precision precision) {
    return OnnxWriter.bytes(SmallClassifier.threeLabels(), precision, Map.of());
  }

  /** Random texts of 1 to {@code longest} tokens. */
  private static long[][] texts(int count, long seed, int longest) {
    Random random = new Random(seed);
    long[][] texts = new long[count][];
    for (int row = 0; row < count; row++) {
      texts[row] = random.longs(1 + random.nextInt(longest), 0, 50).toArray();
    }
    return texts;
  }
}
