package dev.assay.core.calibration;

/** How scores are calibrated. */
public enum CalibrationMethod {
  /** Not at all. */
  NONE,
  /** {@link Calibrator.Sigmoid}: two parameters a label; for few positives. */
  SIGMOID,
  /** {@link Calibrator.Isotonic}: any map that does not fall; for hundreds of positives or more. */
  ISOTONIC
}
