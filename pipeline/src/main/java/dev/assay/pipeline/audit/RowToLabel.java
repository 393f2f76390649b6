package dev.assay.pipeline.audit;

import java.util.Optional;

/**
 * A row that a person should look at.
 *
 * @param id its id
 * @param group its group, where it has one
 * @param label the label in question
 * @param score the calibrated score of this label, by a model that was not trained on the row
 * @param kind why it is proposed
 * @param priority how urgent it is, in {@code [0, 1]}
 * @param why the same in words
 */
public record RowToLabel(
    String id,
    Optional<String> group,
    String label,
    double score,
    Kind kind,
    double priority,
    String why) {

  /** Why a row is proposed. */
  public enum Kind {
    /** Its label is unknown, its score lies near the cut, and its group or label needs events. */
    UNLABELLED,
    /** Score and label confidently disagree; that is a suggestion to look again, not an error. */
    DOUBTFUL
  }
}
