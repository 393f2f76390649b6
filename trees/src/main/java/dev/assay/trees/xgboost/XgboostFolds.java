package dev.assay.trees.xgboost;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.Labels;
import dev.assay.core.model.FoldRows;
import dev.assay.core.model.FoldScores;
import dev.assay.core.model.FoldTrainer;
import dev.assay.core.model.Target;
import dev.assay.core.prediction.Folds;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.trees.internal.BoundInputs;
import dev.assay.trees.internal.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains folds on rows of one dataset without copying it: rows go straight into the library, and
 * out of it come scores alone, no model files. The bins of a fold are those of its own training
 * rows, so that its trees are the ones that it would get by itself.
 */
final class XgboostFolds implements FoldTrainer {

  private static final int PIECE = 16_384;

  private final Dataset examples;
  private final List<Target> targets;
  private final XgboostSettings settings;
  private final long seed;

  /**
   * Folds of examples.
   *
   * @param settings with one thread
   */
  XgboostFolds(Dataset examples, XgboostSettings settings, long seed) {
    this.examples = examples;
    this.targets = Target.of(examples.labels());
    this.settings = settings;
    this.seed = seed;
  }

  @Override
  public FoldScores train(FoldRows rows) {
    return new Fold(rows).run();
  }

  /** One fold. */
  private final class Fold {

    private final int[] train;
    private final int[] validation;
    private final Folds validationFolds;
    private final int[] scored;
    private final Inputs inputs;
    private final BoundInputs bound;
    private final float[][] validationScores;
    private final float[][] scores;

    Fold(FoldRows rows) {
      train = rows.train();
      validation = rows.validation();
      validationFolds = rows.validationFolds();
      scored = rows.scored();
      Labels labels = examples.labels().select(train);
      Target.requireBothSides(labels);
      inputs = Inputs.of(examples, train, 1);
      bound = inputs.bind(examples, "examples");
      validationScores = new float[labels.schema().size()][validation.length];
      scores = new float[labels.schema().size()][scored.length];
    }

    FoldScores run() {
      for (int i = 0; i < targets.size(); i++) {
        train(i, targets.get(i));
      }
      return new FoldScores(Scores.takeOver(validationScores), Scores.takeOver(scores));
    }

    private void train(int index, Target target) {
      int[] known = known(target, train);
      MatrixRows rows =
          new MatrixRows(inputs, bound, target, settings.classWeights(counts(target, known)));
      Boosting boosting =
          new Boosting(
              settings.parameters(target.classes(), seed),
              settings.rounds(),
              settings.earlyStopping());
      if (settings.earlyStopping() == 0) {
        try (XgboostNative.Booster booster = boosting.runUnwatched(rows, known)) {
          fill(booster, validation, allOf(validation), 0, validationScores, index);
          fill(booster, scored, allOf(scored), 0, scores, index);
        }
        return;
      }
      try (Boosted boosted = boosting.run(rows, known, rows, watchedByFold(target), round -> {})) {
        for (int fold = 0; fold < validationFolds.count(); fold++) {
          int wanted = fold;
          int[] places =
              IntStream.range(0, validation.length)
                  .filter(place -> validationFolds.of(place) == wanted)
                  .toArray();
          int rounds = boosted.losses().roundsForFold(fold);
          fill(boosted.booster(), validation, places, rounds, validationScores, index);
        }
        int rounds = boosted.losses().rounds();
        fill(boosted.booster(), scored, allOf(scored), rounds, scores, index);
      }
    }

    private List<int[]> watchedByFold(Target target) {
      if (known(target, validation).length == 0) {
        throw new InvalidInputException(
            "validation data",
            "no row has a known label, to stop early on.",
            "Add validation rows, or set early_stopping: 0.");
      }
      List<int[]> folds = new ArrayList<>();
      for (int fold = 0; fold < validationFolds.count(); fold++) {
        int wanted = fold;
        folds.add(
            known(
                target,
                IntStream.range(0, validation.length)
                    .filter(place -> validationFolds.of(place) == wanted)
                    .map(place -> validation[place])
                    .toArray()));
      }
      return folds;
    }

    /** Scores some rows, by their places among {@code rows}, piece by piece on this thread. */
    private void fill(
        XgboostNative.Booster booster,
        int[] rows,
        int[] places,
        int rounds,
        float[][] columns,
        int first) {
      for (int from = 0; from < places.length; from += PIECE) {
        int[] piece = Arrays.copyOfRange(places, from, Math.min(from + PIECE, places.length));
        int[] asked = Arrays.stream(piece).map(place -> rows[place]).toArray();
        float[][] outputs =
            booster.predict(bound.matrix(asked), asked.length, bound.size(), rounds);
        for (int i = 0; i < piece.length; i++) {
          for (int output = 0; output < outputs[i].length; output++) {
            columns[first + output][piece[i]] = outputs[i][output];
          }
        }
      }
    }
  }

  /** The places of all of some rows. */
  private static int[] allOf(int[] rows) {
    return IntStream.range(0, rows.length).toArray();
  }

  private static int[] known(Target target, int[] rows) {
    return Arrays.stream(rows).filter(row -> target.classOf(row) != Target.UNKNOWN).toArray();
  }

  private static long[] counts(Target target, int[] known) {
    long[] counts = new long[target.classes()];
    for (int row : known) {
      counts[target.classOf(row)]++;
    }
    return counts;
  }
}
