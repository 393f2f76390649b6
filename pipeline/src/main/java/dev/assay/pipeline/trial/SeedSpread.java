package dev.assay.pipeline.trial;

import dev.assay.core.metric.MetricValue;
import java.util.List;

/**
 * A metric of the same configuration trained with other seeds: how much it moves by chance alone.
 *
 * @param holdout the set's name
 * @param metric the metric's name
 * @param seeds the seeds, the candidate's first
 * @param values the value of each seed on all rows of the set
 */
public record SeedSpread(
    String holdout, String metric, List<Long> seeds, List<MetricValue> values) {

  /** Copies the lists. */
  public SeedSpread {
    seeds = List.copyOf(seeds);
    values = List.copyOf(values);
  }
}
