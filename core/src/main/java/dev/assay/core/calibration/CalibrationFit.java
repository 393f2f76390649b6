package dev.assay.core.calibration;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A calibration fitted on validation.
 *
 * @param calibration fitted on all validation rows: what is served
 * @param crossFittedScores the validation scores, each fold calibrated by what was fitted on the
 *     others: what thresholds are chosen on and calibration is judged on; with a single fold they
 *     are calibrated by what was fitted on themselves
 * @param uncalibrated labels without a known positive or negative, whose scores stay as they are
 */
public record CalibrationFit(
    Calibration calibration, Scores crossFittedScores, List<String> uncalibrated) {

  /** Copies the list. */
  public CalibrationFit {
    uncalibrated = List.copyOf(uncalibrated);
  }

  /**
   * Fits a calibration. Where, without a fold, a label lacks positives or negatives, its scores in
   * that fold stay as they are.
   *
   * @param validation predictions on validation rows, {@code n} rows
   * @param folds folds of these rows
   * @param method how to calibrate
   * @param weightsHash the hash of the files of the model that made the predictions
   * @throws IllegalArgumentException for folds of another number of rows
   */
  public static CalibrationFit fit(
      Predictions validation, Folds folds, CalibrationMethod method, String weightsHash) {
    if (folds.rows() != validation.size()) {
      throw new IllegalArgumentException(
          folds.rows() + " rows in folds for " + validation.size() + " predictions.");
    }
    LabelSchema schema = validation.schema();
    List<RankedScores> ranked =
        IntStream.range(0, schema.size())
            .parallel()
            .mapToObj(label -> RankedScores.of(validation.truth(), validation.scores(), label))
            .toList();
    Calibration served = fitted(schema, weightsHash, method, ranked, row -> true);
    List<String> uncalibrated =
        IntStream.range(0, schema.size())
            .filter(label -> !new KnownScores(ranked.get(label)).hasBothKinds())
            .mapToObj(schema.names()::get)
            .toList();
    Scores crossFitted =
        folds.count() == 1
            ? served.apply(validation.scores(), schema, weightsHash)
            : crossFitted(validation, folds, method, weightsHash, ranked);
    return new CalibrationFit(served, crossFitted, uncalibrated);
  }

  private static Scores crossFitted(
      Predictions validation,
      Folds folds,
      CalibrationMethod method,
      String weightsHash,
      List<RankedScores> ranked) {
    LabelSchema schema = validation.schema();
    float[][] columns = new float[schema.size()][validation.size()];
    for (int fold = 0; fold < folds.count(); fold++) {
      int held = fold;
      int[] rows = IntStream.range(0, folds.rows()).filter(row -> folds.of(row) == held).toArray();
      Scores scores =
          fitted(schema, weightsHash, method, ranked, row -> folds.of(row) != held)
              .apply(validation.scores().select(rows), schema, weightsHash);
      for (int label = 0; label < columns.length; label++) {
        for (int i = 0; i < rows.length; i++) {
          columns[label][rows[i]] = scores.score(i, label);
        }
      }
    }
    return Scores.takeOver(columns);
  }

  private static Calibration fitted(
      LabelSchema schema,
      String weightsHash,
      CalibrationMethod method,
      List<RankedScores> ranked,
      IntPredicate rows) {
    List<Calibrator> calibrators =
        ranked.stream()
            .parallel()
            .map(label -> calibrator(method, new KnownScores(label.where(rows))))
            .toList();
    return new Calibration(schema, weightsHash, calibrators);
  }

  private static Calibrator calibrator(CalibrationMethod method, KnownScores known) {
    if (!known.hasBothKinds()) {
      return new Calibrator.Identity();
    }
    return switch (method) {
      case NONE -> new Calibrator.Identity();
      case SIGMOID -> SigmoidFit.fit(known);
      case ISOTONIC -> IsotonicFit.fit(known);
    };
  }
}
