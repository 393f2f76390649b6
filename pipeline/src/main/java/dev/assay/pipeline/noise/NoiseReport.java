package dev.assay.pipeline.noise;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.noise.NoiseFloor;
import dev.assay.core.noise.SeedFigure;
import dev.assay.core.noise.SeedNoise;
import dev.assay.pipeline.verdict.FigureJson;
import dev.assay.registry.noise.NoiseMeasurement;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A measurement of noise for readers: as a table of each set, in sentences, as JSON. */
public final class NoiseReport {

  /** Figures of probabilities move in the fourth decimal. */
  private static final int DECIMALS = 4;

  private final NoiseMeasurement measurement;

  /** The report of a measurement. */
  public NoiseReport(NoiseMeasurement measurement) {
    this.measurement = measurement;
  }

  /** A table of each set, a metric a row. */
  public List<Block.Table> tables() {
    List<Block.Table> tables = new ArrayList<>();
    bySet()
        .forEach(
            (set, floors) ->
                tables.add(
                    new Block.Table(
                        "noise-" + tables.size(),
                        "%s, seeds %s".formatted(set, seeds(floors.getFirst())),
                        List.of(
                            "metric",
                            "mean",
                            "standard deviation",
                            "smallest gain that is not noise"),
                        floors.stream().map(NoiseReport::row).toList())));
    return tables;
  }

  private static List<Cell> row(NoiseFloor floor) {
    MetricValue gain =
        floor.noise().map(noise -> MetricValue.of(noise.smallestGain())).orElseGet(floor::mean);
    return List.of(
        Cell.text(floor.metric()), cell(floor.mean()), cell(floor.standardDeviation()), cell(gain));
  }

  private static Cell cell(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> new Cell.Number(number, DECIMALS, false);
      case MetricValue.Undefined(String reason) -> new Cell.Missing(reason);
    };
  }

  /** What the figures mean, and what they leave out. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    List<String> unmoved = setsOfSameScores();
    if (!unmoved.isEmpty()) {
      sentences.add(
          "Every seed gave the same scores on %s: this training does not depend on the seed, and its"
                  .formatted(String.join(", ", unmoved))
              + " floor is 0.");
    }
    if (unmoved.size() < bySet().size()) {
      sentences.add(
          "Of two trainings of this one configuration, the second beats the first by more than the"
              + " smallest gain with one pair of seeds in 20.");
    }
    sentences.add(
        "This covers the seeds only: what other rows would have given is what the interval of a"
            + " difference tells.");
    return sentences;
  }

  private List<String> setsOfSameScores() {
    return bySet().entrySet().stream()
        .filter(set -> set.getValue().getFirst().sameScores())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, List<NoiseFloor>> bySet() {
    return measurement.floors().stream()
        .collect(
            Collectors.groupingBy(NoiseFloor::holdout, LinkedHashMap::new, Collectors.toList()));
  }

  private static String seeds(NoiseFloor floor) {
    return String.join(", ", floor.seeds().stream().map(String::valueOf).toList());
  }

  /** The same as nested maps and lists. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("champion", measurement.champion());
    json.put("experiment", measurement.experiment());
    json.put("data_fingerprint", measurement.dataFingerprint());
    json.put("measured_at", measurement.at().toString());
    json.put("actor", measurement.actor());
    json.put("covers", "seeds");
    List<Map<String, Object>> sets = new ArrayList<>();
    bySet().forEach((set, floors) -> sets.add(json(set, floors)));
    json.put("sets", sets);
    return json;
  }

  private static Map<String, Object> json(String set, List<NoiseFloor> floors) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("holdout", set);
    json.put("seeds", floors.getFirst().seeds());
    json.put("same_scores", floors.getFirst().sameScores());
    json.put("metrics", floors.stream().map(NoiseReport::json).toList());
    return json;
  }

  private static Map<String, Object> json(NoiseFloor floor) {
    Optional<SeedNoise> noise = floor.noise();
    MetricValue gain = noise.map(one -> MetricValue.of(one.smallestGain())).orElseGet(floor::mean);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("metric", floor.metric());
    json.put("mean", FigureJson.value(floor.mean()));
    json.put("standard_deviation", FigureJson.value(floor.standardDeviation()));
    json.put("smallest_gain", FigureJson.value(gain));
    json.put(
        "values", floor.figures().stream().map(SeedFigure::value).map(FigureJson::value).toList());
    return json;
  }
}
