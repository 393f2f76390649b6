package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;
import java.time.LocalDate;
import java.util.List;

/** Cuts holdouts out of the data and purges what looks into them from training. Immutable. */
public final class HoldoutCut {

  private final List<Holdout> holdouts;
  private final int[] trainingRows;

  private HoldoutCut(List<Holdout> holdouts, int[] trainingRows) {
    this.holdouts = List.copyOf(holdouts);
    this.trainingRows = trainingRows;
  }

  /**
   * Cuts.
   *
   * @param dataset the data up to the as-of day
   * @param asOf the last day that the run knows of
   * @param horizonDays how many days ahead a label looks, 0 for none
   * @param definitions the holdouts, names distinct
   * @throws dev.assay.core.problem.InvalidInputException with every holdout that cannot be cut: no
   *     time column for a rolling one, other labels or columns in a frozen one, or no row left
   */
  public static HoldoutCut of(
      Dataset dataset, LocalDate asOf, int horizonDays, List<HoldoutDefinition> definitions) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  /** The holdouts in the order of their definitions. */
  public List<Holdout> holdouts() {
    return holdouts;
  }

  /** The rows of the data that are left for the parts, in row order. */
  public int[] trainingRows() {
    return trainingRows.clone();
  }
}
