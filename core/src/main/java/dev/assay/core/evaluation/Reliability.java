package dev.assay.core.evaluation;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;

/**
 * A reliability diagram: how often the label is there where a score of about so much was given.
 *
 * @param bins the bins that have rows, from low scores to high
 */
public record Reliability(List<Bin> bins) {

  /** How many bins of equal width {@code [0, 1]} is divided into. */
  public static final int BINS = 15;

  /** Copies the list. */
  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Rows whose scores lie in one bin.
   *
   * @param low the least score of the bin
   * @param high the least score of the next one, or 1
   * @param count how many rows there are, at least 1
   * @param meanScore the mean of their scores
   * @param positiveRate the share of them that has the label
   */
  public record Bin(double low, double high, long count, double meanScore, double positiveRate) {}

  /** The diagram of one label: its known rows. */
  public static Reliability of(Predictions predictions, String label) {
    LabelSchema schema = predictions.schema();
    int column = schema.indexOf(label);
    BinTable table = new BinTable(1);
    for (int row = 0; row < predictions.size(); row++) {
      byte state = predictions.truth().state(row, column);
      if (state != Labels.UNKNOWN) {
        table.add(0, predictions.scores().score(row, column), state == Labels.POSITIVE);
      }
    }
    return table.reliability(0);
  }

  /**
   * The expected calibration error of these bins: the mean over rows of {@code |meanScore -
   * positiveRate|} of the row's bin; see {@link dev.assay.core.metric.Measure#ECE}.
   */
  public MetricValue expectedCalibrationError() {
    double sum = 0;
    long rows = 0;
    for (Bin bin : bins) {
      sum += bin.count() * Math.abs(bin.meanScore() - bin.positiveRate());
      rows += bin.count();
    }
    return rows == 0 ? MetricValue.undefined("no row") : MetricValue.of(sum / rows);
  }

  /** The bin that a score falls into. */
  static int binOf(double score) {
    return Math.min(BINS - 1, (int) (score * BINS));
  }

  /** The diagram of sums by bin. */
  static Reliability ofSums(long[] counts, long[] positives, double[] scores, int from) {
    List<Bin> bins = new ArrayList<>(BINS);
    for (int bin = 0; bin < BINS; bin++) {
      long count = counts[from + bin];
      if (count > 0) {
        double low = (double) bin / BINS;
        double high = (double) (bin + 1) / BINS;
        double positiveRate = (double) positives[from + bin] / count;
        bins.add(new Bin(low, high, count, scores[from + bin] / count, positiveRate));
      }
    }
    return new Reliability(bins);
  }
}
