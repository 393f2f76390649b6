package dev.assay.data.holdout;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What stands in a frozen holdout, written beside its rows.
 *
 * @param name the holdout
 * @param rows how many rows
 * @param labels the counts of each label, in schema order
 * @param firstDay the earliest day, where rows have a time
 * @param lastDay the latest day, where rows have a time
 * @param groups how many groups, 0 where rows have none
 * @param sha256 of the file of rows
 * @param fingerprint content hash of the dataset: the identity of the snapshot
 * @param createdFrom where the rows came from, in words
 */
public record HoldoutMetadata(
    String name,
    int rows,
    List<LabelCount> labels,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay,
    int groups,
    String sha256,
    String fingerprint,
    String createdFrom) {

  /** Copies the list. */
  public HoldoutMetadata {
    labels = List.copyOf(labels);
  }

  /**
   * How often a label is there.
   *
   * @param label the label
   * @param known rows of which it is known
   * @param positives rows that have it
   */
  public record LabelCount(String label, int known, int positives) {

    /** The share of known rows that have it; empty where none is known. */
    public OptionalDouble positiveRate() {
      return known == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) positives / known);
    }
  }
}
