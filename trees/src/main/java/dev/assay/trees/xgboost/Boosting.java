package dev.assay.trees.xgboost;

import dev.assay.core.model.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The training loop of one booster: boosts, watches the losses, stops. */
final class Boosting {

  private final Map<String, Object> parameters;
  private final int rounds;
  private final int patience;

  /**
   * A loop.
   *
   * @param parameters the library's
   * @param rounds how many rounds at most
   * @param patience after how many rounds without a lower loss to stop; 0 for never
   */
  Boosting(Map<String, Object> parameters, int rounds, int patience) {
    this.parameters = Map.copyOf(parameters);
    this.rounds = rounds;
    this.patience = patience;
  }

  /**
   * Trains and watches the losses. The caller closes what it is given.
   *
   * @param train the training rows
   * @param known those among them whose class is known
   * @param validation the validation rows
   * @param folds the known validation rows by fold
   * @param afterRound told of each round, counted from 1
   */
  Boosted run(
      MatrixRows train,
      int[] known,
      MatrixRows validation,
      List<int[]> folds,
      IntConsumer afterRound) {
    double[] foldWeights = folds.stream().mapToDouble(validation::weight).toArray();
    ValidationLosses losses = new ValidationLosses(foldWeights, patience);
    List<Double> trainLosses = new ArrayList<>();
    List<XgboostNative.Matrix> watched = new ArrayList<>();
    try {
      watched.add(train.matrix(known));
      for (int[] fold : folds) {
        if (fold.length > 0) {
          watched.add(validation.matrix(fold));
        }
      }
      XgboostNative.Booster booster = XgboostNative.booster(watched.getFirst(), parameters);
      try {
        for (int round = 0; round < rounds && !losses.isSettled(); round++) {
          booster.boost(watched.getFirst(), round);
          double[] current = booster.losses(watched, round);
          trainLosses.add(current[0]);
          losses.add(byFold(current, folds));
          afterRound.accept(round + 1);
        }
        return new Boosted(booster, losses, trainLosses);
      } catch (RuntimeException e) {
        booster.close();
        throw e;
      }
    } finally {
      watched.forEach(XgboostNative.Matrix::close);
    }
  }

  /** Trains for all rounds and watches nothing. The caller closes the booster. */
  XgboostNative.Booster runUnwatched(MatrixRows train, int[] known) {
    try (XgboostNative.Matrix matrix = train.matrix(known)) {
      XgboostNative.Booster booster = XgboostNative.booster(matrix, parameters);
      try {
        for (int round = 0; round < rounds; round++) {
          booster.boost(matrix, round);
        }
        return booster;
      } catch (RuntimeException e) {
        booster.close();
        throw e;
      }
    }
  }

  private static double[] byFold(double[] losses, List<int[]> folds) {
    double[] byFold = new double[folds.size()];
    int next = 1;
    for (int fold = 0; fold < byFold.length; fold++) {
      byFold[fold] = folds.get(fold).length > 0 ? losses[next++] : Double.NaN;
    }
    return byFold;
  }

  /** The known rows of a target by fold. */
  static List<int[]> knownByFold(Target target, int[] foldOfRow, int foldCount) {
    int[] known = target.knownRows();
    List<int[]> folds = new ArrayList<>();
    for (int fold = 0; fold < foldCount; fold++) {
      int wanted = fold;
      folds.add(Arrays.stream(known).filter(row -> foldOfRow[row] == wanted).toArray());
    }
    return folds;
  }
}
