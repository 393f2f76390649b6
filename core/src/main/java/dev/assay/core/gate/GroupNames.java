package dev.assay.core.gate;

/** The names of groups that a gate describes by how they came off in an earlier run. */
public sealed interface GroupNames {

  /**
   * They are known.
   *
   * @param groups the groups, and the holdout that they were picked on
   * @param remark what a reader must know of how they were picked; empty for nothing
   */
  record Known(SubjectSelector.NamedGroups groups, String remark) implements GroupNames {}

  /**
   * They cannot be told.
   *
   * @param reason why
   */
  record Unknown(String reason) implements GroupNames {}
}
