package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.comparison.Side;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of predictions, each with an interval over the rows that depend on each other.
 *
 * @param name what the user calls the predictions
 * @param evaluation the figures without intervals
 * @param decidedBy the decision rule
 * @param figures every metric of the catalogue of every subject; the figures without a champion
 */
public record EvaluatedPredictions(
    String name, Evaluation evaluation, DecidedBy decidedBy, Comparison figures) {

  private static final String EXPOSURE = "the predictions come from a file";

  /**
   * Reads and evaluates.
   *
   * @param cuts how scores become decisions
   * @param horizonDays how many days ahead the labels look; 0 for none
   * @throws InvalidInputException with all that is wrong with files or cuts
   */
  public static EvaluatedPredictions of(PredictionsRequest request, Cuts cuts, int horizonDays) {
    Predictions predictions = request.read();
    String name = request.file().toString();
    DecidedBy decidedBy = new DecisionRules(horizonDays).rule(cuts, predictions.schema(), name);
    Evaluation evaluation = Evaluation.of(predictions, decidedBy.rule());
    Comparison figures =
        Comparers.standard(horizonDays)
            .alone(
                name,
                new Side(predictions, decidedBy.rule()),
                new Exposure.Unknown(EXPOSURE),
                FigureQuestions.all(evaluation));
    return new EvaluatedPredictions(name, evaluation, decidedBy, figures);
  }

  /** What a reader must know besides the figures. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("intervals of 95% over " + figures.basis().dependence());
    long groups = FigureQuestions.groups(evaluation);
    if (groups > FigureQuestions.MOST_GROUPS) {
      notes.add(
          "of the %d groups, more than %d, only %s is given"
              .formatted(
                  groups,
                  FigureQuestions.MOST_GROUPS,
                  FigureQuestions.headline(evaluation.schema())));
    }
    return notes;
  }
}
