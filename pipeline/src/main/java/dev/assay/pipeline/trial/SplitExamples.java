package dev.assay.pipeline.trial;

import dev.assay.core.example.Dataset;
import dev.assay.core.prediction.Folds;
import dev.assay.data.leak.LeakReport;
import dev.assay.data.leak.TellingFeature;
import dev.assay.data.parts.Assignment;
import dev.assay.pipeline.fold.GroupedHoldout;
import java.util.List;
import java.util.Set;

/**
 * The examples of a run in their parts and holdouts.
 *
 * @param train what is learned from
 * @param validation what training stops on, and calibration and thresholds are chosen on
 * @param folds folds of the validation rows; rows that depend on each other share one
 * @param heldOut what is judged on: the test part, where it has rows, and the holdouts
 * @param grouped holdouts whose groups are left out of training in turn
 * @param assignment how the rows outside of the holdouts came to their parts
 * @param leaks what the check for leaks found of each set, nothing leaking
 * @param telling the features that alone tell a label on the training rows
 * @param common the ids of rows whose content identifies nobody
 */
public record SplitExamples(
    Dataset train,
    Dataset validation,
    Folds folds,
    List<HeldOut> heldOut,
    List<GroupedHoldout> grouped,
    Assignment assignment,
    List<LeakReport> leaks,
    List<TellingFeature> telling,
    Set<String> common) {

  /** Copies the collections. */
  public SplitExamples {
    heldOut = List.copyOf(heldOut);
    grouped = List.copyOf(grouped);
    leaks = List.copyOf(leaks);
    telling = List.copyOf(telling);
    common = Set.copyOf(common);
  }

  /** What to ask of each feature that tells a label, and what to do about it. */
  public List<String> questions() {
    return telling.stream()
        .map(
            feature ->
                feature.inWords()
                    + " If not, leave it out: data.features.except: ["
                    + feature.feature()
                    + "].")
        .toList();
  }
}
