package dev.assay.registry;

import dev.assay.core.noise.SeedFigure;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The figures of seeds as they lie in a column. */
final class NoiseJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private NoiseJson() {}

  private record Figure(long seed, MetricJson figure) {}

  static String ofFigures(List<SeedFigure> figures) {
    return JSON.writeValueAsString(
        figures.stream()
            .map(figure -> new Figure(figure.seed(), MetricJson.of(figure.value())))
            .toList());
  }

  static List<SeedFigure> figures(String json) {
    return JSON.readValue(json, new TypeReference<List<Figure>>() {}).stream()
        .map(figure -> new SeedFigure(figure.seed(), figure.figure().metric()))
        .toList();
  }
}
