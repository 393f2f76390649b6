package dev.assay.pipeline.verdict;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.ComparisonBasis;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.comparison.Question;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.noise.SeedNoise;
import dev.assay.core.statistics.PairedEstimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A comparison as a map that becomes JSON. */
public final class ComparisonJson {

  private ComparisonJson() {}

  /** Adds what a comparison rests on: exposure, dependence, and labels of one side only. */
  public static void addBasis(ComparisonBasis basis, Map<String, Object> json) {
    json.put("exposure", exposure(basis.exposure()));
    json.put("drawn_together", basis.dependence());
    json.put("new_labels", basis.newLabels());
    json.put("retired_labels", basis.retiredLabels());
  }

  /** Adds every figure of both sides. */
  public static void addFigures(Comparison comparison, Map<String, Object> json) {
    json.put("figures", comparison.figures().stream().map(ComparisonJson::figure).toList());
  }

  /**
   * Adds every figure of both sides, each difference beside what the seed alone does.
   *
   * @param noise what it does to the figure that answers a question; empty where nobody measured it
   */
  public static void addFigures(
      Comparison comparison,
      Function<Question, Optional<SeedNoise>> noise,
      Map<String, Object> json) {
    List<Map<String, @Nullable Object>> figures = new ArrayList<>();
    for (Compared compared : comparison.figures()) {
      MetricValue difference = compared.estimate().difference().value();
      Map<String, @Nullable Object> figure = new LinkedHashMap<>(figure(compared));
      figure.put("noise", NoiseFigures.json(difference, noise.apply(compared.question())));
      figures.add(figure);
    }
    json.put("figures", figures);
  }

  private static Map<String, Object> exposure(Exposure exposure) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (exposure) {
      case Exposure.Known(long candidate, long champion) -> {
        json.put("known", true);
        json.put("removed_candidate", candidate);
        json.put("removed_champion", champion);
      }
      case Exposure.Unknown(String reason) -> {
        json.put("known", false);
        json.put("reason", reason);
      }
    }
    return json;
  }

  /**
   * Every figure of both sides, where the other one is not the champion.
   *
   * @param other the other side's word, in place of {@code champion}
   */
  public static List<Map<String, Object>> figures(Comparison comparison, String other) {
    return comparison.figures().stream().map(compared -> figure(compared, other)).toList();
  }

  private static Map<String, Object> figure(Compared compared) {
    return figure(compared, "champion");
  }

  private static Map<String, Object> figure(Compared compared, String other) {
    PairedEstimate estimate = compared.estimate();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("metric", compared.question().metric().name());
    json.put("subject", FigureJson.subject(compared.question().subject()));
    json.put(other, FigureJson.value(estimate.champion().value()));
    json.put("candidate", FigureJson.value(estimate.candidate().value()));
    json.put("difference", FigureJson.value(estimate.difference().value()));
    json.put("interval", FigureJson.interval(estimate.difference().interval()));
    json.put(other + "_interval", FigureJson.interval(estimate.champion().interval()));
    json.put("candidate_interval", FigureJson.interval(estimate.candidate().interval()));
    json.put("support", FigureJson.support(compared.support()));
    return json;
  }
}
