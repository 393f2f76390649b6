package dev.assay.core.statistics;

import dev.assay.core.metric.Metric;

/**
 * A figure of two bundles on the same rows.
 *
 * @param champion the champion's
 * @param candidate the candidate's
 * @param difference candidate minus champion, from the same replicates of both
 */
public record PairedEstimate(Estimate champion, Estimate candidate, Estimate difference) {

  /** The same with both values within the range of their metric, see {@link Estimate#within}. */
  public PairedEstimate within(Metric metric) {
    return new PairedEstimate(champion.within(metric), candidate.within(metric), difference);
  }
}
