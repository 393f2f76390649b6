package dev.assay.core.evaluation;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.statistics.Clusters;
import dev.assay.core.statistics.Resampled;
import dev.assay.core.threshold.DecisionRule;

/**
 * Prepares figures for being computed anew under weights, as a bootstrap does thousands of times.
 *
 * <p>Metrics of decisions and losses keep only the sums of each cluster, and of these only those
 * that are not 0; metrics of ranks keep the order of the scores.
 */
public final class Resampling {

  private final Predictions predictions;
  private final boolean[][] decided;
  private final Clusters clusters;

  /**
   * Figures of predictions, which are decided on once for all of them.
   *
   * @param rule how they are decided on
   * @param clusters of all {@code n} rows of the predictions
   * @throws IllegalArgumentException for a rule for another label schema, or clusters of another
   *     number of rows
   */
  public Resampling(Predictions predictions, DecisionRule rule, Clusters clusters) {
    LabelSchema schema = predictions.schema();
    if (!rule.schema().equals(schema)) {
      throw new IllegalArgumentException(
          "The decision rule is for " + rule.schema() + ", not for " + schema + ".");
    }
    if (clusters.rows() != predictions.size()) {
      throw new IllegalArgumentException(
          clusters.rows() + " rows in clusters, " + predictions.size() + " predictions.");
    }
    this.predictions = predictions;
    this.clusters = clusters;
    decided = rule.decide(predictions);
  }

  /**
   * A metric of a subject under cluster weights. With all weights 1 it equals {@link
   * Evaluation#value}; with whole-number weights it is the value of the rows repeated as often.
   *
   * @throws IllegalArgumentException for a subject that the predictions do not have
   */
  public Resampled prepare(Metric metric, Subject subject) {
    LabelSchema schema = predictions.schema();
    Place place = Place.of(subject, schema, predictions.attributes());
    Formula formula = new Formula(metric, schema, place.label());
    Prepared prepared = prepare(new ClusterRows(predictions, decided, place, clusters), formula);
    return weights -> {
      if (weights.length != clusters.count()) {
        throw new IllegalArgumentException(
            weights.length + " weights for " + clusters.count() + " clusters.");
      }
      return formula.value(prepared.under(weights));
    };
  }

  private static Prepared prepare(ClusterRows rows, Formula formula) {
    boolean one = formula.isOfOneLabel();
    Measure measure = formula.metric().measure();
    boolean plainWhole = !one && formula.metric().isOfWhole(rows.schema()) && isPlain(formula);
    return switch (measure.basis()) {
      case COUNTS -> counted(rows, measure, plainWhole);
      case SQUARED_ERROR -> rows.squaredErrors();
      case LOG_LOSS -> plainWhole ? rows.classLogLosses() : rows.logLosses();
      case CALIBRATION -> plainWhole ? rows.topLabelBins() : rows.bins();
      case RANKS ->
          !one && formula.metric().averaging() == Averaging.MICRO
              ? rows.pooledRanks()
              : rows.ranks();
    };
  }

  /** What leaves out true negatives, mostly the bulk of the rows, is counted without them. */
  private static Prepared counted(ClusterRows rows, Measure measure, boolean plainWhole) {
    return switch (measure) {
      case F_BETA, PRECISION, RECALL -> rows.hits();
      case ACCURACY -> plainWhole ? rows.exactMatches() : rows.counts();
      default -> rows.counts();
    };
  }

  private static boolean isPlain(Formula formula) {
    return formula.metric().averaging() == Averaging.NONE;
  }
}
