package dev.assay.core.ledger;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.noise.NoiseStanding;
import dev.assay.core.noise.SeedNoise;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change of a metric on a holdout that a run measured, against a baseline that it measured too.
 *
 * @param metric the name of the metric
 * @param holdout the name of the holdout
 * @param baseline the champion's value on the same examples in the same run
 * @param change candidate minus champion
 * @param interval the interval of the change; null where there is none
 * @param noise what the seed alone does to this metric of the champion; null where nobody measured
 *     it
 */
public record MeasuredEffect(
    String metric,
    String holdout,
    MetricValue baseline,
    MetricValue change,
    @Nullable EffectRange interval,
    @Nullable SeedNoise noise) {

  /** Checks that an undefined change has no interval, and that a change has a baseline. */
  public MeasuredEffect {
    if (metric.isBlank() || holdout.isBlank()) {
      throw new IllegalArgumentException(
          "A measured effect names metric and holdout, not '" + metric + "', '" + holdout + "'.");
    }
    if (change.isDefined() && !baseline.isDefined()) {
      throw new IllegalArgumentException("A change of " + metric + " against nothing measured.");
    }
    if (interval != null && !change.isDefined()) {
      throw new IllegalArgumentException("An undefined change of " + metric + " has no interval.");
    }
  }

  /** The same effect beside what the seed alone does. */
  public MeasuredEffect beside(SeedNoise measured) {
    return new MeasuredEffect(metric, holdout, baseline, change, interval, measured);
  }

  /** How the change compares with what the seed alone does. */
  public NoiseStanding noiseStanding() {
    return NoiseStanding.of(change, Optional.ofNullable(noise));
  }
}
