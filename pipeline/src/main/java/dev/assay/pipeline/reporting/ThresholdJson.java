package dev.assay.pipeline.reporting;

import dev.assay.core.threshold.CutSpread;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.ThresholdChoice;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.pipeline.verdict.FigureJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The cuts in {@code verdict.json}. */
final class ThresholdJson {

  private ThresholdJson() {}

  static Map<String, Object> of(ThresholdSelection selection) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("objective", ObjectiveWords.of(selection.objective()));
    List<Map<String, @Nullable Object>> labels =
        selection.choices().stream().map(choice -> choice(choice, selection)).toList();
    json.put("labels", labels);
    return json;
  }

  /** The cuts of groups that have their own, by group and label. */
  static Map<String, Object> byGroup(GroupThresholds thresholds) {
    Map<String, Object> json = new LinkedHashMap<>();
    thresholds
        .byGroup()
        .forEach(
            (group, cuts) -> {
              Map<String, Object> labels = new LinkedHashMap<>();
              for (int label = 0; label < cuts.schema().size(); label++) {
                labels.put(cuts.schema().names().get(label), cuts.cut(label));
              }
              json.put(group, labels);
            });
    return json;
  }

  private static Map<String, @Nullable Object> choice(
      ThresholdChoice choice, ThresholdSelection selection) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("label", choice.label());
    json.put("cut", choice.cut());
    json.put("positives", choice.positives());
    switch (choice) {
      case ThresholdChoice.Chosen chosen -> {
        json.put("unshrunk", chosen.unshrunkCut());
        json.put("plug_in", orNull(chosen.plugInCut()));
        json.put("own_weight", chosen.ownWeight());
        json.put("spread", chosen.spread().map(ThresholdJson::spread).orElse(null));
        json.put("in_sample", FigureJson.value(chosen.inSample()));
        json.put("cross_fitted", FigureJson.value(chosen.crossFitted()));
        json.put("optimism", orNull(chosen.optimism(selection.objective())));
        json.put("bound_hit", chosen.boundHit());
      }
      case ThresholdChoice.Infeasible infeasible -> json.put("infeasible", infeasible.reason());
    }
    return json;
  }

  private static Map<String, Object> spread(CutSpread spread) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("low", spread.low());
    json.put("high", spread.high());
    json.put("replicates", spread.replicates());
    return json;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
