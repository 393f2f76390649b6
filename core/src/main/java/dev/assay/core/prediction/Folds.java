package dev.assay.core.prediction;

/**
 * A division of {@code n} rows into folds for cross-fitting: what is fitted on the other folds is
 * applied to a fold, so that no row is judged by what was fitted on it. Immutable.
 */
public final class Folds {

  private final int[] foldOf;
  private final int count;

  private Folds(int[] foldOf, int count) {
    this.foldOf = foldOf;
    this.count = count;
  }

  /**
   * Folds of rows.
   *
   * @param foldOf the fold of each row, {@code 0 <= fold < count}, copied
   * @param count how many folds there are, at least 1
   */
  public static Folds of(int[] foldOf, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("There is at least one fold, not " + count + ".");
    }
    for (int fold : foldOf) {
      if (fold < 0 || fold >= count) {
        throw new IllegalArgumentException("Fold " + fold + " of " + count + ".");
      }
    }
    return new Folds(foldOf.clone(), count);
  }

  /** All rows in one fold: nothing is cross-fitted. */
  public static Folds single(int n) {
    return new Folds(new int[n], 1);
  }

  /** The number of rows, {@code n}. */
  public int rows() {
    return foldOf.length;
  }

  /** How many folds there are. */
  public int count() {
    return count;
  }

  /** The fold of a row. */
  public int of(int row) {
    return foldOf[row];
  }
}
