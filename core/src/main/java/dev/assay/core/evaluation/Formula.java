package dev.assay.core.evaluation;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Confusion;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;

/**
 * The value of a metric out of a tally.
 *
 * @param metric the metric
 * @param schema the labels
 * @param label the column of the label that it is asked of, or {@link #ALL}
 */
record Formula(Metric metric, LabelSchema schema, int label) {

  /** Stands for all labels rather than one. */
  static final int ALL = -1;

  /** The value. */
  MetricValue value(Tally tally) {
    if (isOfOneLabel()) {
      return metric.averaging() == Averaging.NONE
          ? ofLabel(tally, Math.max(label, 0))
          : MetricValue.undefined("one label has no average over labels: use " + plainName());
    }
    if (!metric.isOfWhole(schema)) {
      return MetricValue.undefined(
          "several labels need an average: use " + metric.averaged(Averaging.MACRO).name());
    }
    return switch (metric.averaging()) {
      case NONE -> ofWhole(tally);
      case MACRO, WEIGHTED -> averaged(tally);
      case MICRO -> pooled(tally);
    };
  }

  /** Whether one label is asked about, so that no average is needed. */
  boolean isOfOneLabel() {
    return label != ALL || schema.kind() == TaskKind.BINARY;
  }

  private String plainName() {
    return metric.averaged(Averaging.NONE).name();
  }

  /** The value of one label, whatever the averaging. */
  MetricValue ofLabel(Tally tally, int column) {
    Measure measure = metric.measure();
    return switch (measure.basis()) {
      case COUNTS -> tally.confusion(column).value(measure, metric.beta());
      case SQUARED_ERROR -> tally.squaredError(column).value();
      case LOG_LOSS -> tally.logLoss(column).value();
      case CALIBRATION -> tally.reliability(column).expectedCalibrationError();
      case RANKS -> tally.rank(measure, column);
    };
  }

  private MetricValue averaged(Tally tally) {
    double sum = 0;
    double weights = 0;
    for (int column = 0; column < schema.size(); column++) {
      double weight = metric.averaging() == Averaging.MACRO ? 1 : tally.positives(column);
      MetricValue value = inAverage(tally, column);
      if (weight > 0 && value instanceof MetricValue.Defined defined) {
        sum += weight * defined.value();
        weights += weight;
      }
    }
    return weights == 0
        ? MetricValue.undefined("no label of " + schema.size() + " has a value")
        : MetricValue.of(sum / weights);
  }

  /** The value with which a label enters an average; see {@link Metric} for what counts 0. */
  MetricValue inAverage(Tally tally, int column) {
    MetricValue value = ofLabel(tally, column);
    boolean neverPredicted =
        metric.measure() == Measure.PRECISION && !value.isDefined() && tally.positives(column) > 0;
    return neverPredicted ? MetricValue.of(0) : value;
  }

  private MetricValue pooled(Tally tally) {
    if (metric.measure().basis() == Measure.Basis.RANKS) {
      return tally.pooledRank(metric.measure());
    }
    return allDecisions(tally).value(metric.measure(), metric.beta());
  }

  private Confusion allDecisions(Tally tally) {
    Confusion sum = Confusion.NONE;
    for (int column = 0; column < schema.size(); column++) {
      sum = sum.plus(tally.confusion(column));
    }
    return sum;
  }

  private MetricValue ofWhole(Tally tally) {
    return switch (metric.measure()) {
      case ACCURACY -> tally.exactMatches().value();
      case BALANCED_ACCURACY -> meanRecall(tally);
      case MCC -> gorodkin(tally);
      case BRIER -> classBrier(tally);
      case LOG_LOSS -> tally.classLogLoss().value();
      case ECE -> tally.topLabelReliability().expectedCalibrationError();
      case F_BETA, PRECISION, RECALL, AVERAGE_PRECISION, ROC_AUC, POSITIVE_RATE, PRIOR ->
          throw new IllegalStateException(metric + " has no value for several labels.");
    };
  }

  private MetricValue meanRecall(Tally tally) {
    double sum = 0;
    int classes = 0;
    for (int column = 0; column < schema.size(); column++) {
      Confusion confusion = tally.confusion(column);
      if (confusion.positives() > 0) {
        sum += (double) confusion.truePositives() / confusion.positives();
        classes++;
      }
    }
    return classes == 0 ? MetricValue.undefined("no row") : MetricValue.of(sum / classes);
  }

  private MetricValue classBrier(Tally tally) {
    double sum = 0;
    for (int column = 0; column < schema.size(); column++) {
      sum += tally.squaredError(column).sum();
    }
    return new Mean(sum, tally.squaredError(0).rows()).value();
  }

  /** R_K of Gorodkin (2004), which for two classes is Matthews' coefficient. */
  private MetricValue gorodkin(Tally tally) {
    double rows = tally.confusion(0).rows();
    double right = 0;
    double together = 0;
    double truthSquares = 0;
    double predictedSquares = 0;
    for (int column = 0; column < schema.size(); column++) {
      Confusion confusion = tally.confusion(column);
      double truth = confusion.positives();
      double predicted = confusion.predictedPositives();
      right += confusion.truePositives();
      together += truth * predicted;
      truthSquares += truth * truth;
      predictedSquares += predicted * predicted;
    }
    double truthSpread = rows * rows - truthSquares;
    double predictedSpread = rows * rows - predictedSquares;
    if (truthSpread == 0 || predictedSpread == 0) {
      String whose = truthSpread == 0 ? "truth" : "predictions";
      return MetricValue.undefined(rows == 0 ? "no row" : whose + " of all rows are of one class");
    }
    double spread = Math.sqrt(truthSpread) * Math.sqrt(predictedSpread);
    // Rounding can carry a perfect score past the end of the range.
    return MetricValue.of(Math.clamp((right * rows - together) / spread, -1.0, 1.0));
  }
}
