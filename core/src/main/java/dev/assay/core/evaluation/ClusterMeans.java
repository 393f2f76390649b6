package dev.assay.core.evaluation;

/** The sum and number of something in the rows of each cluster. */
final class ClusterMeans {

  private final double[] sums;
  private final int[] rows;

  ClusterMeans(int clusterCount) {
    sums = new double[clusterCount];
    rows = new int[clusterCount];
  }

  void add(int cluster, double value) {
    sums[cluster] += value;
    rows[cluster]++;
  }

  /** The mean under weights. */
  Mean under(int[] weights) {
    double sum = 0;
    long count = 0;
    for (int cluster = 0; cluster < sums.length; cluster++) {
      sum += weights[cluster] * sums[cluster];
      count += (long) weights[cluster] * rows[cluster];
    }
    return new Mean(sum, count);
  }
}
