package dev.assay.core.evaluation;

import dev.assay.core.metric.MetricValue;

/**
 * A mean over rows that can still be added to.
 *
 * @param sum the sum over rows
 * @param rows how many there are
 */
record Mean(double sum, long rows) {

  Mean plus(Mean other) {
    return new Mean(sum + other.sum, rows + other.rows);
  }

  MetricValue value() {
    return rows == 0 ? MetricValue.undefined("no row") : MetricValue.of(sum / rows);
  }
}
