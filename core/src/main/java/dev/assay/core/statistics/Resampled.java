package dev.assay.core.statistics;

import dev.assay.core.metric.MetricValue;

/**
 * A figure of given rows that can be computed anew under weights: what a bootstrap needs.
 * Thread-safe.
 */
@FunctionalInterface
public interface Resampled {

  /**
   * The figure with every row counted as often as its cluster was drawn.
   *
   * @param clusterWeights how often each cluster was drawn, {@code >= 0}; all 1 gives the figure
   *     itself
   */
  MetricValue at(int[] clusterWeights);
}
