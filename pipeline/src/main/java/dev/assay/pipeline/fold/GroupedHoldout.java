package dev.assay.pipeline.fold;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.leak.Duplicates;
import dev.assay.data.parts.Assignment;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A holdout that leaves groups out, divided into its folds.
 *
 * @param declaration what was asked for
 * @param folds its folds
 */
public record GroupedHoldout(HoldoutDeclaration.Grouped declaration, GroupFolds folds) {

  /**
   * Divides examples into the folds of a holdout.
   *
   * @param examples all rows outside of the other holdouts
   * @param assignment their parts
   * @param duplicates near-copies among them
   * @param horizonDays how many days ahead the labels look; 0 for none
   * @throws InvalidInputException where there are fewer groups than it takes, or nothing can be
   *     learned of a label without one of them
   */
  public static GroupedHoldout of(
      HoldoutDeclaration.Grouped declaration,
      Dataset examples,
      Assignment assignment,
      Duplicates duplicates,
      int horizonDays) {
    ScoredRows scored = new ScoredRows(examples, assignment, declaration.since());
    Map<String, Integer> groups = rowsByGroup(scored);
    int least =
        switch (declaration) {
          case HoldoutDeclaration.LeaveOneOut leaveOneOut -> 2;
          case HoldoutDeclaration.GroupFolds folds -> folds.count();
        };
    if (groups.size() < least) {
      throw tooFew(declaration, groups, least);
    }
    List<GroupFold> folds =
        switch (declaration) {
          case HoldoutDeclaration.LeaveOneOut leaveOneOut -> GroupFolds.leaveOneOut(groups);
          case HoldoutDeclaration.GroupFolds counted -> GroupFolds.ofCount(groups, counted.count());
        };
    GroupFolds divided = new GroupFolds(scored, duplicates, folds, horizonDays);
    divided.requireBothSides("holdout '" + declaration.name() + "'");
    return new GroupedHoldout(declaration, divided);
  }

  /** The name that gates call it by. */
  public String name() {
    return declaration.name();
  }

  /** The groups that have rows to score, with their number. */
  private static Map<String, Integer> rowsByGroup(ScoredRows scored) {
    Dataset examples = scored.examples();
    CategoricalColumn group = examples.attributes().group().orElseThrow();
    Map<String, Integer> rows = new TreeMap<>();
    for (int row = 0; row < examples.size(); row++) {
      if (!group.isMissing(row) && scored.contains(row)) {
        rows.merge(group.levels().get(group.code(row)), 1, Integer::sum);
      }
    }
    return rows;
  }

  private static InvalidInputException tooFew(
      HoldoutDeclaration.Grouped declaration, Map<String, Integer> groups, int least) {
    return new InvalidInputException(
        "holdout '" + declaration.name() + "'",
        "%s needs at least %d groups, and '%s' has %s."
            .formatted(
                declaration.words(),
                least,
                declaration.column(),
                groups.size() == 1
                    ? "the one value '" + groups.keySet().iterator().next() + "'"
                    : groups.size() + " values"),
        "Group by a column with more values, ask for fewer folds, or drop the holdout.");
  }
}
