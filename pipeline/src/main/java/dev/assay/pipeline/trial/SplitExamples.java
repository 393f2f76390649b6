package dev.assay.pipeline.trial;

import dev.assay.core.example.Dataset;
import dev.assay.core.prediction.Folds;
import dev.assay.data.leak.LeakReport;
import dev.assay.data.parts.Assignment;
import java.util.List;

/**
 * The examples of a run in their parts and holdouts.
 *
 * @param train what is learned from
 * @param validation what training stops on, and calibration and thresholds are chosen on
 * @param folds folds of the validation rows; rows that depend on each other share one
 * @param heldOut what is judged on: the test part, where it has rows, and the holdouts
 * @param assignment how the rows outside of the holdouts came to their parts
 * @param leaks what the check for leaks found of each set, nothing leaking
 */
public record SplitExamples(
    Dataset train,
    Dataset validation,
    Folds folds,
    List<HeldOut> heldOut,
    Assignment assignment,
    List<LeakReport> leaks) {

  /** Copies the lists. */
  public SplitExamples {
    heldOut = List.copyOf(heldOut);
    leaks = List.copyOf(leaks);
  }
}
