package dev.assay.registry.noise;

import dev.assay.core.noise.NoiseFloor;
import java.time.Instant;
import java.util.List;

/**
 * A champion's configuration trained anew with several seeds.
 *
 * @param champion the hash of the champion's bundle
 * @param experiment the name of the experiment whose data it was trained on
 * @param dataFingerprint the content hash of these data
 * @param floors one of each set and metric, at least one
 * @param actor who asked for it
 * @param at when it was done
 */
public record NoiseMeasurement(
    String champion,
    String experiment,
    String dataFingerprint,
    List<NoiseFloor> floors,
    String actor,
    Instant at) {

  /** Copies the list and refuses an empty one. */
  public NoiseMeasurement {
    floors = List.copyOf(floors);
    if (floors.isEmpty()) {
      throw new IllegalArgumentException("A measurement of noise has a floor.");
    }
  }

  /** The seeds that a set was measured with; empty where it was not measured. */
  public List<Long> seeds(String holdout) {
    return floors.stream()
        .filter(floor -> floor.holdout().equals(holdout))
        .findFirst()
        .map(NoiseFloor::seeds)
        .orElseGet(List::of);
  }
}
