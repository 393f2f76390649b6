package dev.assay.core.metric;

/**
 * Takes rows of one label from the highest score to the lowest, each with a weight, and gives the
 * measures of {@link Measure.Basis#RANKS}. Rows of equal score are one step. Not thread-safe.
 */
public final class RankTally {

  private float score = Float.POSITIVE_INFINITY;
  private long stepPositives;
  private long stepNegatives;
  private long positives;
  private long negatives;
  private long twicePairsInOrder;
  private double precisionAtPositives;

  /**
   * Adds a row.
   *
   * @param rowScore not above the score added before
   * @param positive whether the row has the label
   * @param weight how often the row counts, {@code >= 0}
   */
  public void add(float rowScore, boolean positive, int weight) {
    if (rowScore != score) {
      if (rowScore > score) {
        throw new IllegalArgumentException(rowScore + " after " + score + ": scores must fall.");
      }
      endStep();
      score = rowScore;
    }
    if (positive) {
      stepPositives += weight;
    } else {
      stepNegatives += weight;
    }
  }

  private void endStep() {
    twicePairsInOrder = pairsWithStep();
    precisionAtPositives = precisionWithStep();
    positives += stepPositives;
    negatives += stepNegatives;
    stepPositives = 0;
    stepNegatives = 0;
  }

  private long pairsWithStep() {
    return twicePairsInOrder + stepNegatives * (2 * positives + stepPositives);
  }

  private double precisionWithStep() {
    return stepPositives == 0
        ? precisionAtPositives
        : precisionAtPositives + stepPositives * ((double) positives() / rows());
  }

  /** How many positives were added, each as often as it weighs. */
  public long positives() {
    return positives + stepPositives;
  }

  /** How many rows were added, each as often as it weighs. */
  public long rows() {
    return positives() + negatives + stepNegatives;
  }

  /**
   * A rank measure of the rows added so far. Reads only, so that several threads may ask once all
   * rows are added.
   *
   * @throws IllegalArgumentException for a measure of another basis
   */
  public MetricValue value(Measure measure) {
    return switch (measure) {
      case ROC_AUC -> rocAuc();
      case AVERAGE_PRECISION -> averagePrecision();
      case F_BETA,
          PRECISION,
          RECALL,
          BRIER,
          LOG_LOSS,
          ECE,
          ACCURACY,
          BALANCED_ACCURACY,
          MCC,
          POSITIVE_RATE,
          PRIOR ->
          throw new IllegalArgumentException(measure + " is not made of ranks.");
    };
  }

  private MetricValue rocAuc() {
    long allNegatives = rows() - positives();
    if (positives() == 0 || allNegatives == 0) {
      return MetricValue.undefined(
          (positives() == 0 ? "no positive in " : "no negative in ") + rows() + " rows");
    }
    return MetricValue.of(pairsWithStep() / (2.0 * positives() * allNegatives));
  }

  private MetricValue averagePrecision() {
    return positives() == 0
        ? MetricValue.undefined("no positive in " + rows() + " rows")
        : MetricValue.of(precisionWithStep() / positives());
  }
}
