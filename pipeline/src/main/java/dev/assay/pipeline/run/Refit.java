package dev.assay.pipeline.run;

import dev.assay.core.bundle.Artefact;
import dev.assay.pipeline.scoring.Scorer;
import dev.assay.pipeline.trial.RefitCheck;

/**
 * The candidate's configuration trained anew on all rows, to be shipped in the judged model's
 * stead.
 *
 * @param artefact its files and what it has seen
 * @param scorer it, with the judged model's calibration and decision rule
 * @param check how it compares with the judged model
 */
record Refit(Artefact artefact, Scorer scorer, RefitCheck check) implements AutoCloseable {
  @Override
  public void close() {
    scorer.close();
  }
}
