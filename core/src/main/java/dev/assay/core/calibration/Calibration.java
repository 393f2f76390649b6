package dev.assay.core.calibration;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import java.util.Collections;
import java.util.List;

/**
 * A calibrator for each label, bound to the weights of the model and the label schema that it was
 * fitted on: it refuses the scores of any other.
 *
 * @param schema the labels, in column order
 * @param weightsHash the hash of the model's files, {@link dev.assay.core.model.ModelFiles#hash()}
 * @param calibrators one for each label in column order
 */
public record Calibration(LabelSchema schema, String weightsHash, List<Calibrator> calibrators) {

  /** Checks hash and number, and copies the list. */
  public Calibration {
    calibrators = List.copyOf(calibrators);
    if (weightsHash.isBlank()) {
      throw new IllegalArgumentException("A calibration is bound to a model's weights hash.");
    }
    if (calibrators.size() != schema.size()) {
      throw new IllegalArgumentException(
          calibrators.size() + " calibrators for " + schema.size() + " labels.");
    }
  }

  /** Leaves the scores of a model as they are. */
  public static Calibration none(LabelSchema schema, String weightsHash) {
    return new Calibration(
        schema, weightsHash, Collections.nCopies(schema.size(), new Calibrator.Identity()));
  }

  /** Whether scores are left as they are. */
  public boolean isNone() {
    return calibrators.stream().allMatch(Calibrator.Identity.class::isInstance);
  }

  /**
   * The predictions with calibrated scores.
   *
   * @param modelHash the hash of the files of the model that made them
   * @throws CalibrationMismatchException where model or labels are not those fitted on
   */
  public Predictions apply(Predictions predictions, String modelHash) {
    return predictions.withScores(apply(predictions.scores(), predictions.schema(), modelHash));
  }

  /**
   * Calibrated scores. Those of several classes are calibrated one class against the rest and
   * divided by their sum (Zadrozny and Elkan, KDD 2002); where all are 0 the row stays as it is.
   *
   * @param scores {@code (n, k)}
   * @param scored the label schema of the columns
   * @param modelHash the hash of the files of the model that made them
   * @throws CalibrationMismatchException where model or labels are not those fitted on
   */
  public Scores apply(Scores scores, LabelSchema scored, String modelHash) {
    if (!weightsHash.equals(modelHash)) {
      throw new CalibrationMismatchException("the model", weightsHash, modelHash);
    }
    if (!schema.equals(scored)) {
      throw new CalibrationMismatchException("the labels", schema.toString(), scored.toString());
    }
    return isNone() ? scores : calibrated(scores);
  }

  private Scores calibrated(Scores scores) {
    int n = scores.size();
    float[][] columns = new float[schema.size()][n];
    for (int label = 0; label < columns.length; label++) {
      Calibrator calibrator = calibrators.get(label);
      for (int row = 0; row < n; row++) {
        columns[label][row] = (float) calibrator.apply(scores.score(row, label));
      }
    }
    if (schema.kind() == TaskKind.MULTICLASS) {
      normalise(columns, scores);
    }
    return Scores.takeOver(columns);
  }

  private static void normalise(float[][] columns, Scores uncalibrated) {
    for (int row = 0; row < uncalibrated.size(); row++) {
      double sum = 0;
      for (float[] column : columns) {
        sum += column[row];
      }
      for (int label = 0; label < columns.length; label++) {
        columns[label][row] =
            sum == 0 ? uncalibrated.score(row, label) : (float) (columns[label][row] / sum);
      }
    }
  }
}
