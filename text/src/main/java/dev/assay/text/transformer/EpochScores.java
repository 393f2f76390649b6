package dev.assay.text.transformer;

import dev.assay.core.label.TaskKind;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.ScoreScale;
import dev.assay.core.prediction.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The validation scores after each epoch. What they are good for is picking some: by all rows for
 * the model, and by the other folds for the scores of a fold, so that these have no part in the
 * pick (cross-fitting).
 */
final class EpochScores {

  private final TrainingData data;
  private final Criterion criterion;
  private final List<Scores> epochs = new ArrayList<>();
  private final List<Double> figures = new ArrayList<>();

  EpochScores(TrainingData data, Criterion criterion) {
    this.data = data;
    this.criterion = criterion;
  }

  /** Adds the scores after the next epoch. */
  void add(Scores scores) {
    epochs.add(scores);
    figures.add(figure(scores));
  }

  /** The scores after each epoch. */
  List<Scores> scores() {
    return List.copyOf(epochs);
  }

  /** The figure after each epoch. */
  List<Double> figures() {
    return List.copyOf(figures);
  }

  /** The figure of some scores of all validation rows. */
  double figure(Scores scores) {
    return figure(scores, row -> true);
  }

  /** The best epochs so far, ascending, counted from 0; of equal ones the first. */
  List<Integer> best(int count) {
    return best(figures, count);
  }

  /** For each fold the best epochs so far by the rows of the others. */
  List<List<Integer>> foldPicks(int count) {
    return IntStream.range(0, data.foldCount()).mapToObj(fold -> best(fold, count)).toList();
  }

  /**
   * Whether so many epochs have passed since the best one of a phase.
   *
   * @param first the first epoch of the phase
   */
  boolean isStale(int patience, int first) {
    List<Double> ofPhase = figures.subList(first, figures.size());
    return ofPhase.size() - 1 - best(ofPhase, 1).getFirst() >= patience;
  }

  /**
   * Scores of all validation rows, each of the epochs that are best by the other folds. Those of
   * other epochs than the model's stand on the model's scale, by their rank among all rows: later
   * epochs are surer of themselves, and a cut that was chosen on a mixture would fit none of them.
   * For classes that exclude each other, where no cut is chosen, scores stay what they are.
   *
   * @param count how many epochs are picked
   * @param ofModel the scores that the model gives, whose epochs are the best of all rows
   * @param ofPick the scores of other picks
   */
  Scores crossFitted(int count, Scores ofModel, Function<List<Integer>, Scores> ofPick) {
    List<Integer> picked = best(count);
    List<List<Integer>> picks = foldPicks(count);
    float[][] columns = new float[ofModel.labels()][ofModel.size()];
    for (int fold = 0; fold < picks.size(); fold++) {
      List<Integer> pick = picks.get(fold);
      Scores source = pick.equals(picked) ? ofModel : ofPick.apply(pick);
      boolean isRanked = source != ofModel && hasCuts();
      for (int label = 0; label < columns.length; label++) {
        @Nullable ScoreScale scale =
            isRanked ? new ScoreScale(source.column(label), ofModel.column(label)) : null;
        for (int row = 0; row < ofModel.size(); row++) {
          if (data.validationFold(row) == fold) {
            float score = source.score(row, label);
            columns[label][row] = scale == null ? score : scale.of(score);
          }
        }
      }
    }
    return Scores.takeOver(columns);
  }

  private boolean hasCuts() {
    return data.validation().schema().kind() != TaskKind.MULTICLASS;
  }

  private List<Integer> best(int fold, int count) {
    if (data.foldCount() == 1) {
      return best(count);
    }
    IntPredicate others = row -> data.validationFold(row) != fold;
    return best(epochs.stream().map(scores -> figure(scores, others)).toList(), count);
  }

  /** The places of the highest figures, ascending. */
  private static List<Integer> best(List<Double> figures, int count) {
    Comparator<Integer> byFigure = Comparator.comparingDouble(figures::get);
    return IntStream.range(0, figures.size())
        .boxed()
        .sorted(byFigure.reversed())
        .limit(count)
        .sorted()
        .toList();
  }

  private double figure(Scores scores, IntPredicate rows) {
    return criterion.of(data.validation().labels(), scores, rows);
  }
}
