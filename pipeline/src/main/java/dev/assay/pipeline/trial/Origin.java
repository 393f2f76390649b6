package dev.assay.pipeline.trial;

import dev.assay.data.holdout.Holdout;
import dev.assay.pipeline.fold.GroupedHoldout;

/** Where a set that is judged on comes from. */
public sealed interface Origin {

  /** It is the test part. */
  record TestPart() implements Origin {}

  /**
   * It was cut out of training.
   *
   * @param holdout what was cut out
   */
  record Cut(Holdout holdout) implements Origin {}

  /**
   * Its groups were left out in turn.
   *
   * @param holdout the groups, by fold
   */
  record LeftOut(GroupedHoldout holdout) implements Origin {}
}
