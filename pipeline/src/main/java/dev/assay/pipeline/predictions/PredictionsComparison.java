package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.comparison.Side;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Candidate and champion on the same examples, as files tell of them.
 *
 * @param comparison every metric of the catalogue of every subject, paired
 * @param candidateBy the candidate's decision rule
 * @param championBy the champion's decision rule
 */
public record PredictionsComparison(
    Comparison comparison, DecidedBy candidateBy, DecidedBy championBy) {

  private static final String EXPOSURE = "the predictions come from files";

  /**
   * Reads and compares.
   *
   * @param horizonDays how many days ahead the labels look; 0 for none
   * @throws InvalidInputException with all that is wrong with files or cuts, or where the sides are
   *     not of the same examples with the same truth
   */
  public static PredictionsComparison of(
      PredictionsRequest candidate,
      Cuts candidateCuts,
      PredictionsRequest champion,
      Cuts championCuts,
      int horizonDays) {
    List<Predictions> read = bothOf(candidate, champion);
    DecisionRules rules = new DecisionRules(horizonDays);
    DecidedBy candidateBy =
        rules.rule(candidateCuts, read.getFirst().schema(), "the candidate's cuts");
    DecidedBy championBy = rules.rule(championCuts, read.getLast().schema(), "the champion's cuts");
    Side ours = new Side(read.getFirst(), candidateBy.rule());
    Side theirs = new Side(read.getLast(), championBy.rule());
    Comparison comparison =
        Comparers.standard(horizonDays)
            .compare(
                candidate.file().toString(),
                theirs,
                ours,
                new Exposure.Unknown(EXPOSURE),
                FigureQuestions.all(Evaluation.of(ours.predictions(), ours.rule())));
    return new PredictionsComparison(comparison, candidateBy, championBy);
  }

  private static List<Predictions> bothOf(
      PredictionsRequest candidate, PredictionsRequest champion) {
    Problems problems = new Problems();
    List<Predictions> read = new ArrayList<>();
    for (PredictionsRequest request : List.of(candidate, champion)) {
      try {
        read.add(request.read());
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    problems.throwIfAny();
    return read;
  }
}
