package dev.assay.core.noise;

import dev.assay.core.metric.MetricValue;
import java.util.Optional;

/** How a change of a metric compares with what the seed of the training alone does. */
public enum NoiseStanding {
  /** Larger than the seed alone would make it. */
  BEYOND("beyond"),
  /** Another seed might have given as much. */
  WITHIN("within"),
  /** Nobody measured what the seed does, or the change is undefined. */
  UNKNOWN("not measured");

  private final String words;

  NoiseStanding(String words) {
    this.words = words;
  }

  /**
   * The standing of a change.
   *
   * @param change candidate minus champion
   * @param noise what the seed does; empty where nobody measured it
   */
  public static NoiseStanding of(MetricValue change, Optional<SeedNoise> noise) {
    if (noise.isEmpty() || !(change instanceof MetricValue.Defined(double changed))) {
      return UNKNOWN;
    }
    return noise.get().covers(changed) ? WITHIN : BEYOND;
  }

  /** The standing as a report says it. */
  public String words() {
    return words;
  }
}
