package dev.assay.pipeline.predictions;

import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.core.statistics.ClusterChoice;
import dev.assay.core.threshold.ThresholdSearch;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.scoring.ValidationFolds;

/** Chooses cuts on the validation predictions of a model from elsewhere. */
public final class ThresholdTuning {

  /** The seed of the bootstrap; fixed, so that the same file gives the same spread. */
  private static final long SEED = 1;

  private final DecisionDeclaration decision;
  private final int horizonDays;

  /**
   * Choices under a declaration.
   *
   * @param decision the objective and the bounds
   * @param horizonDays how many days ahead the labels look; 0 for none
   */
  public ThresholdTuning(DecisionDeclaration decision, int horizonDays) {
    this.decision = decision;
    this.horizonDays = horizonDays;
  }

  /**
   * The choice, cross-fitted over folds that keep rows together which depend on each other.
   *
   * @param shown what the user calls the predictions
   * @throws InvalidInputException for classes that exclude each other, or bounds for a label that
   *     is not there
   */
  public ThresholdSelection choose(Predictions validation, String shown) {
    if (validation.schema().kind() == TaskKind.MULTICLASS) {
      throw new InvalidInputException(
          shown,
          "holds classes that exclude each other, which are decided by the highest score.",
          "There is no cut to choose.");
    }
    Problems problems = new Problems();
    ThresholdSearch.Builder search =
        ThresholdSearch.maximise(decision.objective()).bounds(decision.bounds()).seed(SEED);
    decision
        .labelBounds()
        .forEach(
            (label, bounds) -> {
              if (!validation.schema().names().contains(label)) {
                problems.add(
                    shown,
                    "there is no label '" + label + "', which has bounds.",
                    NearestName.advice(label, validation.schema().names()));
              }
              search.bounds(label, bounds);
            });
    problems.throwIfAny();
    ClusterChoice clusters = ClusterChoice.across(validation.attributes(), horizonDays);
    return search
        .build()
        .choose(
            validation,
            ValidationFolds.of(validation.attributes(), horizonDays),
            clusters.clusters());
  }
}
