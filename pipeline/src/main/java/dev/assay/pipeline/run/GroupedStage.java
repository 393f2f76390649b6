package dev.assay.pipeline.run;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.comparison.Side;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.fold.FoldTraining;
import dev.assay.pipeline.fold.GroupedHoldout;
import dev.assay.pipeline.fold.Procedure;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares candidate and champion on left-out groups. Both are compared as procedures: each
 * configuration is trained anew without each group, since neither bundle can be judged on groups
 * that it was trained on.
 */
final class GroupedStage {

  private final FoldTrainings trainings;
  private final ComparisonStage comparison;
  private final Progress progress;

  GroupedStage(FoldTrainings trainings, ComparisonStage comparison, Progress progress) {
    this.trainings = trainings;
    this.comparison = comparison;
    this.progress = progress;
  }

  /** The training of a holdout's folds; those that are kept are not trained again. */
  FoldTraining training(GroupedHoldout holdout) {
    return trainings.of(holdout, progress);
  }

  /** Trains the folds of each holdout and compares. */
  List<Scored> score(List<GroupedHoldout> holdouts, Procedure candidate, Procedure champion) {
    List<Scored> scored = new ArrayList<>();
    for (GroupedHoldout holdout : holdouts) {
      FoldTraining training = training(holdout);
      ComparisonStage.Sides sides = sides(training, candidate, "champion", champion);
      scored.add(
          comparison.of(
              HeldOut.of(holdout, training.examples()),
              sides,
              sides.candidate().predictions(),
              sides.champion().predictions(),
              Optional.empty()));
    }
    return scored;
  }

  /**
   * Compares the candidate with another procedure on each holdout as a whole.
   *
   * @param name the other's, for progress
   */
  List<Comparison> compare(
      List<GroupedHoldout> holdouts, Procedure candidate, String name, Procedure other) {
    List<Comparison> comparisons = new ArrayList<>();
    for (GroupedHoldout holdout : holdouts) {
      ComparisonStage.Sides sides = sides(training(holdout), candidate, name, other);
      comparisons.add(comparison.wholes(holdout.name(), sides));
    }
    return comparisons;
  }

  private static ComparisonStage.Sides sides(
      FoldTraining training, Procedure candidate, String name, Procedure other) {
    Side ofOther = training.score(name, other);
    Side ofCandidate = training.score("candidate", candidate);
    return new ComparisonStage.Sides(ofCandidate, ofOther, new Exposure.Known(0, 0));
  }
}
