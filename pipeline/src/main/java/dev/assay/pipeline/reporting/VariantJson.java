package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Comparison;
import dev.assay.pipeline.trial.VariantTrial;
import dev.assay.pipeline.verdict.ComparisonJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** A precision beside the weights as they were trained, as a map that becomes JSON. */
final class VariantJson {

  private VariantJson() {}

  static Map<String, Object> of(VariantTrial trial) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("precision", trial.precision());
    json.put("served", trial.served());
    json.put("bytes", trial.bytes());
    json.put("weights", trial.weightsHash());
    json.put("faults", trial.faults());
    json.put("holdouts", trial.comparisons().stream().map(VariantJson::holdout).toList());
    return json;
  }

  private static Map<String, Object> holdout(Comparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", comparison.holdout());
    json.put("rows", comparison.basis().rows());
    json.put("figures", ComparisonJson.figures(comparison, "as_trained"));
    return json;
  }
}
