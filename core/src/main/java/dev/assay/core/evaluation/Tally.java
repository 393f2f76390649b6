package dev.assay.core.evaluation;

import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.MetricValue;

/**
 * The sufficient statistics of one subject's rows: all that {@link Formula} needs. A tally that was
 * made for one metric alone may refuse what that metric does not need.
 */
interface Tally {

  /** The decisions on a label. */
  default Confusion confusion(int label) {
    throw notTallied("decisions");
  }

  /** The squared errors of a label's scores. */
  default Mean squaredError(int label) {
    throw notTallied("squared errors");
  }

  /** The logarithmic losses of a label's scores. */
  default Mean logLoss(int label) {
    throw notTallied("logarithmic losses");
  }

  /** A label's scores by bin. */
  default Reliability reliability(int label) {
    throw notTallied("bins");
  }

  /** A rank measure of a label. */
  default MetricValue rank(Measure measure, int label) {
    throw notTallied("ranks");
  }

  /** A rank measure of the cells of all labels pooled. */
  default MetricValue pooledRank(Measure measure) {
    throw notTallied("pooled ranks");
  }

  /** The rows, of those with all labels known, that are decided right in all of them. */
  default Mean exactMatches() {
    throw notTallied("exact matches");
  }

  /** The logarithmic losses of rows of several classes. */
  default Mean classLogLoss() {
    throw notTallied("logarithmic losses of classes");
  }

  /** The highest score of each row of several classes, and whether it is right, by bin. */
  default Reliability topLabelReliability() {
    throw notTallied("top label bins");
  }

  /** How many positives a label has. */
  default long positives(int label) {
    return confusion(label).positives();
  }

  private static IllegalStateException notTallied(String what) {
    return new IllegalStateException("This tally has no " + what + ".");
  }
}
