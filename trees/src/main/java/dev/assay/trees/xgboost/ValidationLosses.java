package dev.assay.trees.xgboost;

import java.util.ArrayList;
import java.util.List;

/**
 * The validation loss by fold and round, and the number of rounds that it says to keep.
 *
 * <p>The rounds for a fold are picked on the rows of all other folds, so that the fold's own rows
 * had no say in what scores them; the rounds of the model are picked on all rows. Of equal losses
 * the earliest round is kept.
 */
final class ValidationLosses {

  private final double[] foldWeights;
  private final int patience;
  private final Pick overall = new Pick();
  private final List<Pick> withoutFold = new ArrayList<>();
  private final List<Double> course = new ArrayList<>();

  /**
   * No rounds yet.
   *
   * @param foldWeights the sum of the weights of each fold's known rows; 0 for a fold without any
   * @param patience how many rounds without a lower loss settle a pick; 0 where none is picked and
   *     all rounds are kept
   */
  ValidationLosses(double[] foldWeights, int patience) {
    this.foldWeights = foldWeights.clone();
    this.patience = patience;
    for (int fold = 0; fold < foldWeights.length; fold++) {
      // A single fold has no others: nothing can be cross-fitted.
      withoutFold.add(foldWeights.length == 1 ? overall : new Pick());
    }
  }

  /**
   * Takes in the mean losses of a further round, by fold; that of an empty fold is not looked at.
   */
  void add(double[] losses) {
    course.add(meanLoss(losses, -1));
    overall.consider(course.getLast(), course.size());
    if (foldWeights.length > 1) {
      for (int fold = 0; fold < foldWeights.length; fold++) {
        withoutFold.get(fold).consider(meanLoss(losses, fold), course.size());
      }
    }
  }

  /** The mean over the rows of all folds but one; NaN where these have no rows. */
  private double meanLoss(double[] losses, int leftOut) {
    double sum = 0;
    double weight = 0;
    for (int fold = 0; fold < foldWeights.length; fold++) {
      if (fold != leftOut && foldWeights[fold] > 0) {
        sum += foldWeights[fold] * losses[fold];
        weight += foldWeights[fold];
      }
    }
    return sum / weight;
  }

  /** Whether every pick has waited in vain for so many rounds as the patience lasts. */
  boolean isSettled() {
    return patience > 0
        && course.size() - overall.round >= patience
        && withoutFold.stream().allMatch(pick -> course.size() - pick.round >= patience);
  }

  /** How many rounds the model keeps. */
  int rounds() {
    return kept(overall);
  }

  /** How many rounds score the rows of a fold. */
  int roundsForFold(int fold) {
    return kept(withoutFold.get(fold));
  }

  private int kept(Pick pick) {
    return patience == 0 || pick.round == 0 ? course.size() : pick.round;
  }

  /** The mean loss over all rows after each round; NaN where there are none. */
  List<Double> course() {
    return List.copyOf(course);
  }

  /** The round with the lowest loss so far, counted from 1; 0 where no loss was there to see. */
  private static final class Pick {
    private double lowest = Double.POSITIVE_INFINITY;
    private int round;

    void consider(double loss, int at) {
      if (loss < lowest) {
        lowest = loss;
        round = at;
      }
    }
  }
}
