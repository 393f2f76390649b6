package dev.assay.core.model;

import dev.assay.core.prediction.Scores;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param tables what training found out about the model's parts, in the order to be shown in
 * @param kept what the model was at other points of its training, in their order, each name once;
 *     empty where nobody asked for it
 */
public record Fitted(
    Model model,
    Scores validationScores,
    List<LearningCurve> curves,
    List<Importance> importances,
    Map<String, String> facts,
    List<FittedTable> tables,
    List<KeptModel> kept) {

  /** Copies the lists. */
  public Fitted {
    curves = List.copyOf(curves);
    importances = List.copyOf(importances);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    tables = List.copyOf(tables);
    kept = List.copyOf(kept);
    long names = tables.stream().map(FittedTable::name).distinct().count();
    if (names < tables.size()) {
      throw new IllegalArgumentException("Two tables have one name: " + tables);
    }
  }

  /** What training gives that keeps nothing else. */
  public Fitted(
      Model model,
      Scores validationScores,
      List<LearningCurve> curves,
      List<Importance> importances,
      Map<String, String> facts,
      List<FittedTable> tables) {
    this(model, validationScores, curves, importances, facts, tables, List.of());
  }

  /** What training gives that has no table to show. */
  public Fitted(
      Model model,
      Scores validationScores,
      List<LearningCurve> curves,
      List<Importance> importances,
      Map<String, String> facts) {
    this(model, validationScores, curves, importances, facts, List.of());
  }
}
