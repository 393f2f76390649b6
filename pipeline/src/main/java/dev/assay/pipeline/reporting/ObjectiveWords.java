package dev.assay.pipeline.reporting;

import dev.assay.core.metric.Metric;
import dev.assay.core.threshold.Objective;

/** What cuts are chosen for, in words. */
public final class ObjectiveWords {

  private ObjectiveWords() {}

  /** The words, as in {@code highest f1}. */
  public static String of(Objective objective) {
    return switch (objective) {
      case Objective.FBeta(double beta) -> "highest " + Metric.fBeta(beta);
      case Objective.RecallAtLeast(double recall) -> "highest precision at recall " + recall;
      case Objective.PrecisionAtLeast(double precision) ->
          "highest recall at precision " + precision;
      case Objective.Cost(double falsePositive, double falseNegative) ->
          "lowest cost, a false positive costing %s and a false negative %s"
              .formatted(falsePositive, falseNegative);
    };
  }
}
