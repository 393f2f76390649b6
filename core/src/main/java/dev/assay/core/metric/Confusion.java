package dev.assay.core.metric;

/**
 * How many rows of one label were decided right and wrong: what the measures of {@link
 * Measure.Basis#COUNTS} are made of.
 *
 * @param truePositives positives that were predicted, {@code tp}
 * @param falsePositives negatives that were predicted positive, {@code fp}
 * @param falseNegatives positives that were not predicted, {@code fn}
 * @param trueNegatives negatives that were not predicted positive, {@code tn}
 */
public record Confusion(
    long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

  /** No row at all. */
  public static final Confusion NONE = new Confusion(0, 0, 0, 0);

  /** Refuses negative counts. */
  public Confusion {
    if ((truePositives | falsePositives | falseNegatives | trueNegatives) < 0) {
      throw new IllegalArgumentException(
          "Counts are not negative: %d, %d, %d, %d"
              .formatted(truePositives, falsePositives, falseNegatives, trueNegatives));
    }
  }

  /** All rows. */
  public long rows() {
    return positives() + negatives();
  }

  /** Rows that have the label. */
  public long positives() {
    return truePositives + falseNegatives;
  }

  /** Rows that do not have the label. */
  public long negatives() {
    return falsePositives + trueNegatives;
  }

  /** Rows that were predicted to have the label. */
  public long predictedPositives() {
    return truePositives + falsePositives;
  }

  /** The counts of both together. */
  public Confusion plus(Confusion other) {
    return new Confusion(
        truePositives + other.truePositives,
        falsePositives + other.falsePositives,
        falseNegatives + other.falseNegatives,
        trueNegatives + other.trueNegatives);
  }

  /**
   * A measure of these counts, as defined at {@link Measure}.
   *
   * @param beta read for {@link Measure#F_BETA} alone
   * @throws IllegalArgumentException for a measure that counts are not enough for
   */
  public MetricValue value(Measure measure, double beta) {
    return switch (measure) {
      case F_BETA -> fBeta(beta);
      case PRECISION ->
          ratio(truePositives, predictedPositives(), "nothing predicted in " + rowsInWords());
      case RECALL -> ratio(truePositives, positives(), "no positive in " + rowsInWords());
      case ACCURACY -> ratio(truePositives + trueNegatives, rows(), "no row");
      case BALANCED_ACCURACY -> balancedAccuracy();
      case MCC -> mcc();
      case POSITIVE_RATE -> ratio(predictedPositives(), rows(), "no row");
      case PRIOR -> ratio(positives(), rows(), "no row");
      case AVERAGE_PRECISION, ROC_AUC, BRIER, LOG_LOSS, ECE ->
          throw new IllegalArgumentException(measure + " is not made of counts of decisions.");
    };
  }

  private MetricValue fBeta(double beta) {
    double square = beta * beta;
    double weighted = (1 + square) * truePositives + square * falseNegatives + falsePositives;
    return weighted == 0
        ? MetricValue.undefined("no positive and nothing predicted in " + rowsInWords())
        : MetricValue.of((1 + square) * truePositives / weighted);
  }

  private MetricValue balancedAccuracy() {
    if (positives() == 0 || negatives() == 0) {
      return MetricValue.undefined(oneKindOnly());
    }
    double recall = (double) truePositives / positives();
    double specificity = (double) trueNegatives / negatives();
    return MetricValue.of((recall + specificity) / 2);
  }

  private MetricValue mcc() {
    if (positives() == 0 || negatives() == 0) {
      return MetricValue.undefined(oneKindOnly());
    }
    long predictedNegatives = rows() - predictedPositives();
    if (predictedPositives() == 0 || predictedNegatives == 0) {
      return MetricValue.undefined(
          (predictedNegatives == 0 ? "everything" : "nothing") + " predicted in " + rowsInWords());
    }
    double covariance =
        (double) truePositives * trueNegatives - (double) falsePositives * falseNegatives;
    double spread =
        Math.sqrt((double) positives() * negatives())
            * Math.sqrt((double) predictedPositives() * predictedNegatives);
    // Rounding can carry a perfect score past the end of the range.
    return MetricValue.of(Math.clamp(covariance / spread, -1.0, 1.0));
  }

  private String oneKindOnly() {
    return (positives() == 0 ? "no positive in " : "no negative in ") + rowsInWords();
  }

  private String rowsInWords() {
    return rows() == 1 ? "1 row" : rows() + " rows";
  }

  private static MetricValue ratio(long part, long whole, String reason) {
    return whole == 0 ? MetricValue.undefined(reason) : MetricValue.of((double) part / whole);
  }
}
