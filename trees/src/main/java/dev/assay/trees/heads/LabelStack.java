package dev.assay.trees.heads;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import java.util.List;

/**
 * The stack of one label and what is known of it.
 *
 * @param label the label's name
 * @param stack the stack, fitted on all scores out of fold
 * @param errors the errors of its coefficients
 * @param scores the scores that it was fitted on
 * @param lossWith its log loss, each fold scored by the stack of the others
 * @param lossWithout that of a stack of the base alone
 * @param change by how much the loss changes where the heads are left out
 * @param changeByCluster the same over the rows of each cluster, by number
 */
record LabelStack(
    String label,
    Stack stack,
    RobustErrors errors,
    LabelScores scores,
    MetricValue lossWith,
    MetricValue lossWithout,
    Estimate change,
    List<Estimate> changeByCluster) {

  LabelStack {
    changeByCluster = List.copyOf(changeByCluster);
  }

  /** How far the stack relies on its heads. */
  Reliance reliance() {
    return stack.heads().isEmpty() ? Reliance.HEADLESS : Reliance.of(lossWithout, change);
  }
}
