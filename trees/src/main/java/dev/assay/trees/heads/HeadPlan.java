package dev.assay.trees.heads;

import dev.assay.core.label.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which heads can be trained at all, and why the others are left out. A head needs a known positive
 * and a known negative of its label in its cluster, and without any one of the folds too: else it
 * would have no score out of fold, and nobody could tell what it is worth.
 *
 * @param trained the heads to train, by cluster, then label
 * @param leftOut the others
 */
record HeadPlan(List<HeadKey> trained, List<LeftOut> leftOut) {

  HeadPlan {
    trained = List.copyOf(trained);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A head that is not trained.
   *
   * @param reason why, in words that can stand in a report
   */
  record LeftOut(HeadKey head, String reason) {}

  /** Plans the heads of these clusters. */
  static HeadPlan of(Labels labels, int clusters, HeadExamples examples, GroupFolds folds) {
    List<HeadKey> trained = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (int cluster = 0; cluster < clusters; cluster++) {
      for (int label = 0; label < labels.schema().size(); label++) {
        HeadKey head = new HeadKey(cluster, label);
        String reason = obstacle(labels, head, examples, folds);
        if (reason.isEmpty()) {
          trained.add(head);
        } else {
          leftOut.add(new LeftOut(head, reason));
        }
      }
    }
    return new HeadPlan(trained, leftOut);
  }

  private static String obstacle(
      Labels labels, HeadKey head, HeadExamples examples, GroupFolds folds) {
    String missing = missing(labels, head, examples, row -> true);
    if (!missing.isEmpty()) {
      return missing + " in training";
    }
    for (int fold = 0; fold < folds.count(); fold++) {
      int without = fold;
      missing = missing(labels, head, examples, row -> folds.of(row) != without);
      if (!missing.isEmpty()) {
        return missing + " is left without " + folds.words(fold);
      }
    }
    return "";
  }

  private static String missing(
      Labels labels, HeadKey head, HeadExamples examples, IntPredicate allowed) {
    int[] rows = examples.clusterRows(head, allowed);
    long positives = 0;
    for (int row : rows) {
      positives += labels.state(row, head.label()) == Labels.POSITIVE ? 1 : 0;
    }
    if (rows.length == 0) {
      return "no row of it";
    }
    if (positives == 0) {
      return "no positive";
    }
    return positives == rows.length ? "no known negative" : "";
  }
}
