package dev.assay.trees.heads;

import dev.assay.core.label.Labels;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Bootstrap;
import dev.assay.core.statistics.BootstrapPlan;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.ClusterSet;
import dev.assay.core.statistics.Clusters;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What the heads of one label are worth: the stack with them against a stack of the base alone, by
 * log loss. Both are fitted on the other folds for the rows of each, since the one with more
 * coefficients would win on the rows that it was fitted on.
 */
final class StackTrial {

  private final LabelScores scores;
  private final Labels truth;
  private final Clusters byGroup;
  private final double[] with;
  private final double[] without;

  /**
   * Tries both.
   *
   * @param scores scores made out of fold
   * @param truth the labels of a schema of one label
   * @param clusters the clusters whose heads have a say
   * @param byGroup the groups, which intervals draw whole
   */
  StackTrial(
      LabelScores scores,
      Labels truth,
      List<Integer> clusters,
      GroupFolds folds,
      Clusters byGroup,
      double inversePenalty) {
    this.scores = scores;
    this.truth = truth;
    this.byGroup = byGroup;
    this.with = losses(new StackFit(scores, clusters, inversePenalty), folds);
    this.without = losses(new StackFit(scores, List.of(), inversePenalty), folds);
  }

  private double[] losses(StackFit fit, GroupFolds folds) {
    double[] losses = new double[scores.size()];
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] rows = folds.rowsOf(fold);
      Stack stack = fit.fit(truth.withUnknown(rows));
      for (int row : rows) {
        if (truth.isKnown(row, 0)) {
          losses[row] = scores.loss(stack, row, truth.state(row, 0));
        }
      }
    }
    return losses;
  }

  /** The mean log loss of the stack with the heads. */
  MetricValue lossWith() {
    return loss(with);
  }

  /** The mean log loss of the stack of the base alone. */
  MetricValue lossWithout() {
    return loss(without);
  }

  private MetricValue loss(double[] losses) {
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    int known = truth.known(0);
    return known == 0 ? MetricValue.undefined("no row") : MetricValue.of(sum / known);
  }

  /**
   * By how much the log loss changes where the heads are left out, over all rows and then over
   * those of each cluster: above 0 where the heads help.
   *
   * @param clusters how many clusters there are
   */
  List<Estimate> changes(int clusters, long seed) {
    List<Figure> figures = new ArrayList<>();
    figures.add(change(row -> true));
    for (int cluster = 0; cluster < clusters; cluster++) {
      int wanted = cluster;
      figures.add(change(row -> scores.cluster(row) == wanted));
    }
    return new Bootstrap(new BootstrapPlan(byGroup, BootstrapSettings.seeded(seed)))
        .estimate(figures);
  }

  private Figure change(IntPredicate wanted) {
    double[] sums = new double[byGroup.count()];
    long[] rows = new long[byGroup.count()];
    IntPredicate counted = row -> wanted.test(row) && truth.isKnown(row, 0);
    for (int row = 0; row < scores.size(); row++) {
      if (counted.test(row)) {
        sums[byGroup.of(row)] += without[row] - with[row];
        rows[byGroup.of(row)]++;
      }
    }
    return new Figure(weights -> mean(sums, rows, weights), ClusterSet.holding(byGroup, counted));
  }

  private static MetricValue mean(double[] sums, long[] rows, int[] weights) {
    double sum = 0;
    long count = 0;
    for (int group = 0; group < sums.length; group++) {
      sum += weights[group] * sums[group];
      count += weights[group] * rows[group];
    }
    return count == 0 ? MetricValue.undefined("no row") : MetricValue.of(sum / count);
  }
}
