package dev.assay.data.source;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import java.time.LocalDate;
import java.util.Optional;

/** Reads a declared source into a dataset. */
@SuppressWarnings("DoNotCallSuggester")
public final class DatasetReader {

  private DatasetReader() {}

  /**
   * Reads the rows, types the columns and checks both.
   *
   * @param asOf the day that the reader stands in: rows with a later time are left out, and labels
   *     whose horizon ends later are unknown; without it nothing is cut
   * @throws InvalidInputException with all that is wrong with files, columns and values
   */
  public static LoadedDataset read(
      DatasetSource source, Optional<LocalDate> asOf, Progress progress) {
    throw new UnsupportedOperationException("reading " + source + asOf + progress);
  }
}
