package dev.assay.core.bundle;

import dev.assay.core.model.ModelFiles;

/**
 * One trained model as it is stored, with what it was trained on.
 *
 * @param files its files
 * @param exposure what it has seen
 */
public record Artefact(ModelFiles files, TrainingExposure exposure) {

  /** The hash of the files, which calibration and thresholds are bound to. */
  public String weightsHash() {
    return files.hash();
  }
}
