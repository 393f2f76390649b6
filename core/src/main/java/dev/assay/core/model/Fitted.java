package dev.assay.core.model;

import dev.assay.core.prediction.Scores;
import java.util.List;
import java.util.Map;

/**
 * What training gives.
 *
 * @param model the trained model; the caller closes it
 * @param validationScores scores of the validation rows {@code (n, k)}, cross-fitted over their
 *     folds for whatever the trainer picked on validation
 * @param curves the course of training, for each loss that was watched
 * @param importances how much each input was used, most important first; empty where a trainer
 *     knows none
 * @param facts what else is worth recording, such as {@code best round: 212}, by name in order
 */
public record Fitted(
    Model model,
    Scores validationScores,
    List<LearningCurve> curves,
    List<Importance> importances,
    Map<String, String> facts) {

  /** Copies the lists. */
  public Fitted {
    curves = List.copyOf(curves);
    importances = List.copyOf(importances);
    facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
  }
}
