package dev.assay.pipeline.run;

import dev.assay.core.comparison.Comparison;
import dev.assay.pipeline.experiment.BaselineDeclaration;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.fold.GroupedHoldout;
import dev.assay.pipeline.fold.Procedure;
import dev.assay.pipeline.reporting.HeadlineMetric;
import dev.assay.pipeline.trial.BaselineTrial;
import dev.assay.pipeline.trial.Contender;
import dev.assay.pipeline.trial.Decided;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains simple models on the candidate's parts, chooses their cuts in the same way, and compares
 * the candidate with each on every set.
 */
final class BaselineStage {

  private final TrainStage training;
  private final ScoreStage scoring;
  private final GroupedStage grouping;
  private final DecisionDeclaration decision;

  BaselineStage(
      TrainStage training,
      ScoreStage scoring,
      GroupedStage grouping,
      DecisionDeclaration decision) {
    this.training = training;
    this.scoring = scoring;
    this.grouping = grouping;
    this.decision = decision;
  }

  /**
   * Compares.
   *
   * @param candidate the candidate, for the sets that it was not trained on
   * @param procedure how the candidate is trained, for groups that are left out
   * @param leftOut the holdouts of these
   */
  List<BaselineTrial> trials(
      List<BaselineDeclaration> baselines,
      Contender candidate,
      Procedure procedure,
      List<GroupedHoldout> leftOut) {
    List<BaselineTrial> trials = new ArrayList<>();
    for (BaselineDeclaration declared : baselines) {
      trials.add(trial(declared, candidate, procedure, leftOut));
    }
    return trials;
  }

  private BaselineTrial trial(
      BaselineDeclaration declared,
      Contender candidate,
      Procedure procedure,
      List<GroupedHoldout> leftOut) {
    long seed = procedure.seed();
    try (Decided trained =
        training.ofBaselines().train(declared.trainer(), declared.settings(), seed)) {
      String weights = trained.fitted().model().weightsHash();
      Contender baseline = new Contender(weights, trained.scorer(), candidate.exposure());
      List<Comparison> comparisons = new ArrayList<>(scoring.compare(candidate, baseline));
      Procedure refitted = new Procedure(declared.trainer(), declared.settings(), seed, decision);
      comparisons.addAll(grouping.compare(leftOut, procedure, declared.trainer().name(), refitted));
      return new BaselineTrial(
          declared.trainer().name(),
          declared.settings().asMap(),
          weights,
          HeadlineMetric.of(trained.validation().schema()),
          comparisons);
    }
  }
}
