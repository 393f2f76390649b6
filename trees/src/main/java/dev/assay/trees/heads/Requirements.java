package dev.assay.trees.heads;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Target;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.List;
import java.util.Optional;

/** What must hold of data for group heads to be trained on them, checked before anything is. */
final class Requirements {

  private static final String DATA = "training data";

  private Requirements() {}

  /**
   * Checks task, groups, clusters and labels.
   *
   * @throws dev.assay.core.problem.InvalidInputException naming everything that is wrong
   */
  static void check(Dataset train, ClusterMap clusters) {
    Problems problems = new Problems();
    if (train.schema().kind() == TaskKind.MULTICLASS) {
      problems.add(
          "train",
          "group-heads is for binary and multilabel tasks, not for a multiclass one.",
          "Train another trainer, or declare the classes as labels: 'multilabel: [...]'.");
    } else {
      Target.checkBothSides(train.labels(), problems);
    }
    Optional<CategoricalColumn> groups = train.attributes().group();
    if (groups.isEmpty()) {
      problems.add(
          DATA,
          "group-heads needs a group for each row, and none is declared.",
          "Declare its column: 'group: COLUMN' under 'data'.");
    } else {
      checkGroups(groups.get(), clusters, problems);
    }
    problems.throwIfAny();
  }

  /**
   * The levels of the column are all groups of the data, those of held-out rows too: a cluster may
   * well name a group of which no row is left in training.
   */
  private static void checkGroups(
      CategoricalColumn groups, ClusterMap clusters, Problems problems) {
    List<String> levels = groups.levels();
    for (Cluster cluster : clusters.clusters()) {
      for (String group : cluster.groups()) {
        if (!levels.contains(group)) {
          problems.add(
              "train.clusters." + cluster.name(),
              "the data have no group '" + group + "'.",
              levels.size() <= 50
                  ? NearestName.advice(group, levels)
                  : NearestName.of(group, levels)
                      .map(name -> "Did you mean '" + name + "'?")
                      .orElse("There are " + levels.size() + " groups; none is called alike."));
        }
      }
    }
    long present = groups.size() == 0 ? 0 : distinct(groups);
    if (present < 2) {
      problems.add(
          DATA,
          present == 0 ? "no row has a group." : "all rows are of one group.",
          "The stack is fitted on groups that were held out: give at least two.");
    }
  }

  private static long distinct(CategoricalColumn groups) {
    boolean[] seen = new boolean[groups.levels().size()];
    long count = 0;
    for (int row = 0; row < groups.size(); row++) {
      if (!groups.isMissing(row) && !seen[groups.code(row)]) {
        seen[groups.code(row)] = true;
        count++;
      }
    }
    return count;
  }

  /**
   * Checks that the base can be trained without any one of the folds.
   *
   * @throws dev.assay.core.problem.InvalidInputException naming each fold outside of which a label
   *     has no positive, or no known negative
   */
  static void checkFolds(Labels labels, GroupFolds folds) {
    Problems problems = new Problems();
    for (int label = 0; label < labels.schema().size(); label++) {
      int[] positives = new int[folds.count()];
      int[] negatives = new int[folds.count()];
      for (int row = 0; row < labels.size(); row++) {
        switch (labels.state(row, label)) {
          case Labels.POSITIVE -> positives[folds.of(row)]++;
          case Labels.NEGATIVE -> negatives[folds.of(row)]++;
          default -> {}
        }
      }
      String name = labels.schema().names().get(label);
      checkFolds(
          "has the label '" + name + "'", positives, labels.positives(label), folds, problems);
      checkFolds(
          "is known to lack the label '" + name + "'",
          negatives,
          labels.known(label) - labels.positives(label),
          folds,
          problems);
    }
    problems.throwIfAny();
  }

  private static void checkFolds(
      String what, int[] inFold, int all, GroupFolds folds, Problems problems) {
    for (int fold = 0; fold < inFold.length; fold++) {
      if (inFold[fold] == all) {
        problems.add(
            DATA,
            "without %s no row %s, so that nothing can be scored out of fold."
                .formatted(folds.words(fold), what),
            "Groups stay whole in a fold: such rows are needed in at least two groups.");
      }
    }
  }
}
