package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Comparison;
import dev.assay.pipeline.trial.BaselineTrial;
import dev.assay.pipeline.verdict.ComparisonJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A baseline and the candidate beside it, as a map that becomes JSON. */
final class BaselineJson {

  private BaselineJson() {}

  static Map<String, Object> of(BaselineTrial trial) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trainer", trial.trainer());
    json.put("settings", new TreeMap<>(trial.settings()));
    json.put("weights", trial.weightsHash());
    json.put("beaten_by", trial.headline().name());
    json.put("holdouts", trial.comparisons().stream().map(one -> holdout(trial, one)).toList());
    return json;
  }

  private static Map<String, Object> holdout(BaselineTrial trial, Comparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", comparison.holdout());
    json.put("rows", comparison.basis().rows());
    json.put("beaten", trial.isBeatenOn(comparison));
    json.put("figures", ComparisonJson.figures(comparison, "baseline"));
    return json;
  }
}
