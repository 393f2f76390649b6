package dev.assay.pipeline.predictions;

import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.core.threshold.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The decision rule of predictions and where it comes from.
 *
 * @param rule the rule
 * @param selection how its cuts were chosen; empty where they were given
 * @param origin where it comes from, in words
 */
public record DecidedBy(DecisionRule rule, Optional<ThresholdSelection> selection, String origin) {

  /** The rule in words: {@code spam >= 0.41, threat >= 0.30 (chosen on validation.csv)}. */
  public String words() {
    return switch (rule) {
      case Argmax argmax -> "the highest score";
      case Thresholds thresholds -> cuts(thresholds) + " (" + origin + ")";
      case GroupThresholds thresholds ->
          "%s, %d groups with cuts of their own (%s)"
              .formatted(cuts(thresholds.pooled()), thresholds.byGroup().size(), origin);
    };
  }

  private static String cuts(Thresholds thresholds) {
    List<String> cuts = new ArrayList<>();
    for (int label = 0; label < thresholds.schema().size(); label++) {
      String name = thresholds.schema().names().get(label);
      cuts.add(String.format(Locale.ROOT, "%s >= %.4g", name, thresholds.cut(label)));
    }
    return String.join(", ", cuts);
  }
}
