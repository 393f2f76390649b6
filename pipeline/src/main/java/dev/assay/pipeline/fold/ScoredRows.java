package dev.assay.pipeline.fold;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.data.parts.Assignment;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which rows of left-out groups are scored: those that are in a part, whichever it is, have a known
 * label and are of the days that judge.
 *
 * @param examples all rows outside of the other holdouts
 * @param assignment their parts
 * @param since the first day that judges; empty where all do
 */
record ScoredRows(Dataset examples, Assignment assignment, Optional<LocalDate> since) {

  /** Whether a row is scored. */
  boolean contains(int row) {
    return assignment.part(row).isPresent()
        && examples.labels().isAnyKnown(row)
        && (since.isEmpty() || isOnOrAfter(since.get(), row));
  }

  private boolean isOnOrAfter(LocalDate first, int row) {
    Optional<TimeColumn> time = examples.attributes().time();
    return time.isEmpty() || time.get().epochDay(row) >= first.toEpochDay();
  }
}
