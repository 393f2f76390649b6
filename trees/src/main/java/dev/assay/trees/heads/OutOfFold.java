package dev.assay.trees.heads;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.TrainerChoice;
import dev.assay.core.prediction.Scores;
import dev.assay.core.progress.Progress;
import java.util.Arrays;
import java.util.Map;

/**
 * Scores of training rows by models that have not seen them: base and heads are trained anew
 * without each fold, as they were once all of training was there, and score its rows.
 */
final class OutOfFold {

  private final Dataset train;
  private final int[] clusterOfRow;
  private final GroupFolds folds;
  private final HeadExamples examples;
  private final HeadSeeds seeds;
  private final float[][] base;
  private final float[][] head;

  /**
   * No scores yet.
   *
   * @param clusterOfRow the cluster of each training row
   */
  OutOfFold(
      Dataset train, int[] clusterOfRow, GroupFolds folds, HeadExamples examples, HeadSeeds seeds) {
    this.train = train;
    this.clusterOfRow = clusterOfRow.clone();
    this.folds = folds;
    this.examples = examples;
    this.seeds = seeds;
    int labels = train.schema().size();
    this.base = new float[labels][train.size()];
    this.head = new float[labels][train.size()];
    for (float[] column : head) {
      Arrays.fill(column, Float.NaN);
    }
  }

  /** Scores the rows of each fold by a base that was trained on the others. */
  void scoreByBase(TrainerChoice choice, Fitted all, Runnable afterEach) {
    for (int fold = 0; fold < folds.count(); fold++) {
      Dataset others = train.select(folds.rowsWithout(fold));
      int[] rows = folds.rowsOf(fold);
      Fitted fitted =
          choice.trainer().refit(others, choice.settings(), all, seeds.ofBase(), Progress.SILENT);
      try (Model model = fitted.model()) {
        Scores scores = model.score(train.select(rows));
        for (int label = 0; label < base.length; label++) {
          put(scores.column(label), rows, base[label]);
        }
      }
      afterEach.run();
    }
  }

  /** Scores the rows of each head's cluster by heads that were trained on the other folds. */
  void scoreByHeads(TrainerChoice choice, Map<HeadKey, Fitted> all, Runnable afterEach) {
    all.forEach(
        (key, fitted) -> {
          for (int fold = 0; fold < folds.count(); fold++) {
            scoreByHead(choice, key, fitted, fold);
            afterEach.run();
          }
        });
  }

  private void scoreByHead(TrainerChoice choice, HeadKey key, Fitted all, int fold) {
    int[] rows =
        Arrays.stream(folds.rowsOf(fold))
            .filter(row -> clusterOfRow[row] == key.cluster())
            .toArray();
    if (rows.length == 0) {
      return;
    }
    Dataset others = examples.of(key, row -> folds.of(row) != fold);
    Fitted fitted =
        choice.trainer().refit(others, choice.settings(), all, seeds.of(key), Progress.SILENT);
    try (Model model = fitted.model()) {
      Scores scores = model.score(HeadExamples.ofLabel(train.select(rows), key.label()));
      put(scores.column(0), rows, head[key.label()]);
    }
  }

  private static void put(float[] scores, int[] rows, float[] into) {
    for (int i = 0; i < rows.length; i++) {
      into[rows[i]] = scores[i];
    }
  }

  /** The scores of one label. */
  LabelScores of(int label) {
    return new LabelScores(base[label], head[label], clusterOfRow);
  }
}
