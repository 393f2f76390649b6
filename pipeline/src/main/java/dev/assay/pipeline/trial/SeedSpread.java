package dev.assay.pipeline.trial;

import dev.assay.core.metric.MetricValue;
import java.util.List;

/**
 * A metric of the same configuration trained with other seeds: how much it moves by chance alone.
 *
 * @param judgedBy what it was measured on
 * @param metric the metric's name
 * @param seeds the seeds, the candidate's first
 * @param values the value of each seed
 */
public record SeedSpread(
    JudgedBy judgedBy, String metric, List<Long> seeds, List<MetricValue> values) {

  /** Refuses other than one value of each seed. */
  public SeedSpread {
    seeds = List.copyOf(seeds);
    values = List.copyOf(values);
    if (seeds.size() != values.size()) {
      throw new IllegalArgumentException(
          "%d values of %d seeds.".formatted(values.size(), seeds.size()));
    }
  }

  /** What models of all seeds are measured on. */
  public sealed interface JudgedBy {

    /** Its name in the experiment file. */
    String name();

    /** All rows of a held-out set. */
    record Holdout(String name) implements JudgedBy {}

    /** All cases of a suite that are not known to fail. */
    record Suite(String name) implements JudgedBy {}
  }
}
