package dev.assay.pipeline.verdict;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.ComparisonBasis;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.statistics.PairedEstimate;
import java.util.LinkedHashMap;
import java.util.Map;

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

  private static Map<String, Object> figure(Compared compared) {
    PairedEstimate estimate = compared.estimate();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("metric", compared.question().metric().name());
    json.put("subject", FigureJson.subject(compared.question().subject()));
    json.put("champion", FigureJson.value(estimate.champion().value()));
    json.put("candidate", FigureJson.value(estimate.candidate().value()));
    json.put("difference", FigureJson.value(estimate.difference().value()));
    json.put("interval", FigureJson.interval(estimate.difference().interval()));
    json.put("champion_interval", FigureJson.interval(estimate.champion().interval()));
    json.put("candidate_interval", FigureJson.interval(estimate.candidate().interval()));
    json.put("support", FigureJson.support(compared.support()));
    return json;
  }
}
