package dev.assay.pipeline.fold;

import dev.assay.core.prediction.Scores;
import java.util.List;

/**
 * What one fold's model says of the rows that were left out.
 *
 * @param scores calibrated scores of these rows, {@code (n, k)}
 * @param cuts the cut of each label that its validation rows chose; empty for a multiclass schema
 */
record FoldOutcome(Scores scores, List<Double> cuts) {

  /** Copies the list. */
  FoldOutcome {
    cuts = List.copyOf(cuts);
  }
}
