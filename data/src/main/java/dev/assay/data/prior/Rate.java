package dev.assay.data.prior;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.metric.MetricValue;
import java.util.Locale;

/**
 * How often a label is positive among the rows where it is known.
 *
 * @param rows how many rows are known
 * @param positives how many of them are positive, {@code 0 <= positives <= rows}
 */
public record Rate(long rows, long positives) {

  /** The normal quantile of a 95% interval. */
  private static final double Z = 1.959963984540054;

  /** Checks the counts. */
  public Rate {
    if (positives < 0 || positives > rows) {
      throw new IllegalArgumentException(positives + " positives of " + rows + " rows.");
    }
  }

  /** The rate of a label in a dataset. */
  public static Rate of(Dataset dataset, int label) {
    Labels labels = dataset.labels();
    return new Rate(labels.known(label), labels.positives(label));
  }

  /** Positives by rows, or the reason why there is none. */
  public MetricValue value() {
    return rows == 0
        ? MetricValue.undefined("no row with a known label")
        : MetricValue.of((double) positives / rows);
  }

  /**
   * The lower end of the 95% interval of Wilson (Probable inference, the law of succession, and
   * statistical inference, JASA 1927), 0 for no rows. It takes rows for independent and is too
   * narrow where they are not.
   */
  public double wilsonLow() {
    return rows == 0 ? 0 : Math.max(0, centre() - halfWidth());
  }

  /** The upper end of the same interval, 1 for no rows. */
  public double wilsonHigh() {
    return rows == 0 ? 1 : Math.min(1, centre() + halfWidth());
  }

  private double centre() {
    double p = (double) positives / rows;
    return (p + Z * Z / (2 * rows)) / (1 + Z * Z / rows);
  }

  private double halfWidth() {
    double p = (double) positives / rows;
    return Z * Math.sqrt(p * (1 - p) / rows + Z * Z / (4.0 * rows * rows)) / (1 + Z * Z / rows);
  }

  /** Both together. */
  public Rate plus(Rate other) {
    return new Rate(rows + other.rows, positives + other.positives);
  }

  /** The rate in words, e.g. {@code 36.0% of 1,240 rows}. */
  public String inWords() {
    return switch (value()) {
      case MetricValue.Defined defined ->
          String.format(Locale.ROOT, "%.1f%% of %,d rows", 100 * defined.value(), rows);
      case MetricValue.Undefined undefined -> undefined.reason();
    };
  }
}
