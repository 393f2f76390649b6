package dev.assay.pipeline.trial;

import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.noise.NoiseFloor;
import dev.assay.core.noise.SeedNoise;
import dev.assay.registry.noise.NoiseMeasurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is on record of how far the champion's figures move with the seed alone. */
public final class ChampionNoise {

  private final List<NoiseMeasurement> measurements;
  private final Map<Place, NoiseFloor> newest = new LinkedHashMap<>();

  /** A metric on a set. */
  private record Place(String holdout, String metric) {}

  /**
   * What these measurements say, each metric on each set by the newest that has it.
   *
   * @param oldestFirst those of one champion
   */
  public ChampionNoise(List<NoiseMeasurement> oldestFirst) {
    measurements = List.copyOf(oldestFirst);
    for (NoiseMeasurement measurement : measurements) {
      for (NoiseFloor floor : measurement.floors()) {
        newest.put(new Place(floor.holdout(), floor.metric()), floor);
      }
    }
  }

  /**
   * What the seed does to a metric of a whole set; empty where nobody measured it, or the metric is
   * undefined for a seed.
   *
   * @param holdout the set's name: which rows it has may have changed since
   * @param metric the metric's name
   */
  public Optional<SeedNoise> of(String holdout, String metric) {
    return Optional.ofNullable(newest.get(new Place(holdout, metric))).flatMap(NoiseFloor::noise);
  }

  /** What the seed does to the figure that answers a question; only figures of wholes have any. */
  public Optional<SeedNoise> of(String holdout, Question question) {
    return question.subject() instanceof Subject.Whole
        ? of(holdout, question.metric().name())
        : Optional.empty();
  }

  /**
   * The seeds that a set was last measured with on these very data; empty where it was not.
   *
   * @param dataFingerprint the content hash of the data
   */
  public List<Long> seeds(String holdout, String dataFingerprint) {
    return measurements.stream()
        .filter(measurement -> measurement.dataFingerprint().equals(dataFingerprint))
        .map(measurement -> measurement.seeds(holdout))
        .filter(seeds -> !seeds.isEmpty())
        .reduce((earlier, later) -> later)
        .orElseGet(List::of);
  }
}
