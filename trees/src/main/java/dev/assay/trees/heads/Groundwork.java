package dev.assay.trees.heads;

import dev.assay.core.example.Dataset;

/**
 * What a training settles before it trains anything: clusters, folds, and which heads there are.
 */
final class Groundwork {

  private final ClusterMap clusters;
  private final int[] clusterOfRow;
  private final HeadExamples examples;
  private final GroupFolds folds;
  private final HeadPlan plan;
  private final HeadSeeds seeds;

  private Groundwork(
      ClusterMap clusters,
      int[] clusterOfRow,
      Dataset train,
      GroupHeadsSettings settings,
      long seed) {
    this.clusters = clusters;
    this.clusterOfRow = clusterOfRow;
    this.examples = new HeadExamples(train, clusterOfRow, settings.negatives(), seed);
    this.folds = GroupFolds.deal(train, clusterOfRow, settings.folds(), seed);
    Requirements.checkFolds(train.labels(), folds);
    this.plan = HeadPlan.of(train.labels(), clusters.size(), examples, folds);
    this.seeds = new HeadSeeds(seed, clusters, train.schema());
  }

  /**
   * The groundwork of a training.
   *
   * @throws dev.assay.core.problem.InvalidInputException naming everything in the data that does
   *     not suit
   */
  static Groundwork of(Dataset train, GroupHeadsSettings settings, long seed) {
    ClusterMap clusters = settings.clusters();
    Requirements.check(train, clusters);
    int[] clusterOfRow = clusters.ofRows(train, "training data");
    return new Groundwork(clusters, clusterOfRow, train, settings, seed);
  }

  ClusterMap clusters() {
    return clusters;
  }

  /** The cluster of each training row, or {@link ClusterMap#NONE}. */
  int[] clusterOfRow() {
    return clusterOfRow.clone();
  }

  HeadExamples examples() {
    return examples;
  }

  GroupFolds folds() {
    return folds;
  }

  HeadPlan plan() {
    return plan;
  }

  HeadSeeds seeds() {
    return seeds;
  }
}
