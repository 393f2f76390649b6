package dev.assay.core.calibration;

/**
 * A calibration was about to be applied to the scores of another model than it was fitted on, or of
 * other labels.
 */
public final class CalibrationMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CalibrationMismatchException(String what, String fittedOn, String asked) {
    super(
        "The calibration was fitted on %s %s and does not fit %s. Maybe the model was trained again: fit the calibration anew."
            .formatted(what, fittedOn, asked));
  }
}
