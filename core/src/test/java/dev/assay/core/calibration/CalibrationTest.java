package dev.assay.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Attributes;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.RandomPredictions;
import dev.assay.core.prediction.Scores;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CalibrationTest {

  private static final String WEIGHTS = "a1b2";

  private static JsonNode golden() throws IOException {
    try (InputStream in = CalibrationTest.class.getResourceAsStream("/golden/calibrators.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    }
  }

  private static Predictions rows(JsonNode golden) {
    int n = golden.get("scores").size();
    byte[] states = new byte[n];
    float[] scores = new float[n];
    for (int i = 0; i < n; i++) {
      states[i] = (byte) golden.get("states").get(i).asInt();
      scores[i] = (float) golden.get("scores").get(i).asDouble();
    }
    return new Predictions(
        Attributes.of(IntStream.range(0, n).mapToObj(i -> "id" + i).toList()).build(),
        Labels.ofColumns(LabelSchema.binary("x"), new byte[][] {states}),
        Scores.takeOver(new float[][] {scores}));
  }

  private static CalibrationFit fit(Predictions rows, CalibrationMethod method) {
    return CalibrationFit.fit(rows, Folds.single(rows.size()), method, WEIGHTS);
  }

  private static void assertGolden(CalibrationMethod method, String name, double tolerance)
      throws IOException {
    JsonNode golden = golden();
    Calibrator calibrator = fit(rows(golden), method).calibration().calibrators().getFirst();
    for (int i = 0; i < golden.get("grid").size(); i++) {
      double score = golden.get("grid").get(i).asDouble();
      assertThat(calibrator.apply(score))
          .as("%s at %s", name, score)
          .isCloseTo(golden.get(name).get(i).asDouble(), within(tolerance));
    }
  }

  @Test
  void isotonic_regression_is_that_of_scikit_learn() throws IOException {
    assertGolden(CalibrationMethod.ISOTONIC, "isotonic", 1e-9);
  }

  @Test
  void the_sigmoid_is_that_of_scikit_learn() throws IOException {
    // Its optimiser stops early; ours goes on until the gradient vanishes.
    assertGolden(CalibrationMethod.SIGMOID, "sigmoid", 1e-5);
  }

  @Test
  void a_calibration_refuses_the_scores_of_another_model() {
    Predictions rows = RandomPredictions.of(TaskKind.BINARY, 40, 1);
    Calibration calibration = fit(rows, CalibrationMethod.SIGMOID).calibration();
    assertThatThrownBy(() -> calibration.apply(rows, "c3d4"))
        .isInstanceOf(CalibrationMismatchException.class)
        .hasMessageContaining(WEIGHTS)
        .hasMessageContaining("c3d4");
  }

  @Test
  void no_calibration_refuses_the_scores_of_another_model_too() {
    Predictions rows = RandomPredictions.of(TaskKind.BINARY, 5, 1);
    assertThatThrownBy(() -> Calibration.none(rows.schema(), WEIGHTS).apply(rows, "c3d4"))
        .isInstanceOf(CalibrationMismatchException.class);
  }

  @Test
  void a_calibration_refuses_labels_in_another_order() {
    Predictions rows = RandomPredictions.of(TaskKind.MULTILABEL, 40, 1);
    Calibration calibration = fit(rows, CalibrationMethod.SIGMOID).calibration();
    LabelSchema reversed = new LabelSchema(TaskKind.MULTILABEL, rows.schema().names().reversed());
    assertThatThrownBy(() -> calibration.apply(rows.scores(), reversed, WEIGHTS))
        .isInstanceOf(CalibrationMismatchException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = CalibrationMethod.class,
      names = {"SIGMOID", "ISOTONIC"})
  void the_mean_calibrated_score_is_near_the_share_of_positives(CalibrationMethod method) {
    Predictions rows = RandomPredictions.of(TaskKind.BINARY, 2_000, 9);
    Scores calibrated = fit(rows, method).calibration().apply(rows, WEIGHTS).scores();
    double scores = 0;
    int known = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.truth().isKnown(row, 0)) {
        scores += calibrated.score(row, 0);
        known++;
      }
    }
    double prior = (double) rows.truth().positives(0) / known;
    assertThat(scores / known).isCloseTo(prior, within(0.002));
  }

  @ParameterizedTest
  @EnumSource(
      value = CalibrationMethod.class,
      names = {"SIGMOID", "ISOTONIC"})
  void a_fold_is_calibrated_without_its_own_truth(CalibrationMethod method) {
    Predictions rows = RandomPredictions.of(TaskKind.BINARY, 90, 2);
    int[] fold = IntStream.range(0, 90).map(row -> row % 3).toArray();
    byte[] states = rows.truth().column(0);
    for (int row = 0; row < 90; row += 3) {
      states[row] = (byte) (states[row] == Labels.UNKNOWN ? states[row] : 1 - states[row]);
    }
    Predictions turned =
        new Predictions(
            rows.attributes(),
            Labels.ofColumns(rows.schema(), new byte[][] {states}),
            rows.scores());
    Scores before =
        CalibrationFit.fit(rows, Folds.of(fold, 3), method, WEIGHTS).crossFittedScores();
    Scores after =
        CalibrationFit.fit(turned, Folds.of(fold, 3), method, WEIGHTS).crossFittedScores();
    boolean othersMoved = false;
    for (int row = 0; row < 90; row++) {
      if (row % 3 == 0) {
        assertThat(after.score(row, 0)).isEqualTo(before.score(row, 0));
      } else {
        othersMoved |= after.score(row, 0) != before.score(row, 0);
      }
    }
    assertThat(othersMoved).isTrue();
  }

  @Test
  void scores_that_run_against_the_truth_are_levelled_and_not_turned_round() {
    LabelSchema schema = LabelSchema.binary("x");
    Predictions rows =
        new Predictions(
            Attributes.of(List.of("1", "2", "3", "4")).build(),
            Labels.ofColumns(schema, new byte[][] {{1, 1, 0, 0}}),
            Scores.takeOver(new float[][] {{0.1f, 0.2f, 0.8f, 0.9f}}));
    for (CalibrationMethod method :
        List.of(CalibrationMethod.SIGMOID, CalibrationMethod.ISOTONIC)) {
      Calibrator calibrator = fit(rows, method).calibration().calibrators().getFirst();
      assertThat(calibrator.apply(0.9)).isCloseTo(calibrator.apply(0.1), within(1e-12));
      assertThat(calibrator.apply(0.5)).isCloseTo(0.5, within(1e-12));
    }
  }

  @Test
  void a_label_of_one_kind_stays_as_it_is_and_is_told() {
    LabelSchema schema = LabelSchema.binary("x");
    Predictions rows =
        new Predictions(
            Attributes.of(List.of("1", "2")).build(),
            Labels.ofColumns(schema, new byte[][] {{0, 0}}),
            Scores.takeOver(new float[][] {{0.25f, 0.75f}}));
    CalibrationFit fit = fit(rows, CalibrationMethod.ISOTONIC);
    assertThat(fit.uncalibrated()).containsExactly("x");
    assertThat(fit.crossFittedScores().score(1, 0)).isEqualTo(0.75f);
  }

  @Test
  void calibrated_scores_of_classes_sum_to_one() {
    Predictions rows = RandomPredictions.of(TaskKind.MULTICLASS, 200, 4);
    Scores scores = fit(rows, CalibrationMethod.SIGMOID).crossFittedScores();
    for (int row = 0; row < rows.size(); row++) {
      float sum = scores.score(row, 0) + scores.score(row, 1) + scores.score(row, 2);
      assertThat(sum).isCloseTo(1f, within(1e-6f));
    }
  }
}
