package dev.assay.core.prediction;

/**
 * The scores of one model on {@code n} examples for {@code k} labels, as a columnar {@code (n, k)}
 * matrix of floats in {@code [0, 1]}; higher means the label is more likely there. For a multiclass
 * schema a row sums to 1. Immutable.
 */
public final class Scores {

  private final float[][] columns;
  private final int size;

  private Scores(float[][] columns) {
    this.columns = columns;
    this.size = columns[0].length;
  }

  /**
   * Scores that take the arrays over; the caller must not write to them any more.
   *
   * @param columns {@code k >= 1} arrays of one length {@code n}, values in {@code [0, 1]}
   * @throws IllegalArgumentException for arrays of different lengths, NaN or a value outside
   */
  public static Scores takeOver(float[][] columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("Scores need at least one label.");
    }
    for (int j = 0; j < columns.length; j++) {
      if (columns[j].length != columns[0].length) {
        throw new IllegalArgumentException("Score column " + j + " differs in length.");
      }
      for (int i = 0; i < columns[j].length; i++) {
        float score = columns[j][i];
        if (!(score >= 0 && score <= 1)) {
          throw new IllegalArgumentException(
              "Score " + score + " of row " + i + ", label " + j + " is not in [0, 1].");
        }
      }
    }
    return new Scores(columns);
  }

  /** The number of rows, {@code n}. */
  public int size() {
    return size;
  }

  /** The number of labels, {@code k}. */
  public int labels() {
    return columns.length;
  }

  /** The score of a label of a row. */
  public float score(int row, int label) {
    return columns[label][row];
  }

  /** A copy of the scores of one label, length {@code n}. */
  public float[] column(int label) {
    return columns[label].clone();
  }

  /** The label with the highest score; of equal ones the first. */
  public int argmax(int row) {
    int best = 0;
    for (int j = 1; j < columns.length; j++) {
      if (columns[j][row] > columns[best][row]) {
        best = j;
      }
    }
    return best;
  }

  /** The scores of some rows, in the order given. */
  public Scores select(int[] rows) {
    float[][] selected = new float[columns.length][rows.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        selected[j][i] = columns[j][rows[i]];
      }
    }
    return new Scores(selected);
  }
}
