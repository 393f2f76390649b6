package dev.assay.pipeline.noise;

import dev.assay.core.comparison.Side;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import dev.assay.core.noise.NoiseFloor;
import dev.assay.core.noise.SeedFigure;
import dev.assay.pipeline.scoring.ScoresHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the figures of one set, seed by seed. */
final class SetFigures {

  private final String set;
  private final Map<Metric, List<SeedFigure>> byMetric = new LinkedHashMap<>();
  private final Set<String> scores = new HashSet<>();

  SetFigures(String set, List<Metric> metrics) {
    this.set = set;
    metrics.forEach(metric -> byMetric.put(metric, new ArrayList<>()));
  }

  /** Adds what was trained with a seed, on all rows of the set. */
  void add(long seed, Side side) {
    scores.add(ScoresHash.of(side.predictions()));
    Evaluation evaluation = Evaluation.of(side.predictions(), side.rule());
    byMetric.forEach(
        (metric, figures) ->
            figures.add(new SeedFigure(seed, evaluation.value(metric, new Subject.Whole()))));
  }

  /** What was gathered, a floor of each metric. */
  List<NoiseFloor> floors() {
    List<NoiseFloor> floors = new ArrayList<>();
    byMetric.forEach(
        (metric, figures) ->
            floors.add(new NoiseFloor(set, metric.name(), figures, scores.size() == 1)));
    return floors;
  }
}
