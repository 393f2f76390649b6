package dev.assay.pipeline.noise;

import dev.assay.core.comparison.Question;
import dev.assay.core.comparison.Side;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.gate.Goalposts;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Metric;
import dev.assay.core.noise.NoiseFloor;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.fold.FoldTraining;
import dev.assay.pipeline.fold.GroupedHoldout;
import dev.assay.pipeline.fold.Procedure;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.SplitExamples;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Trains one procedure anew with each of several seeds, on the same rows, and takes its figures on
 * every set: the test part and the holdouts by a model of all training rows, groups that are left
 * out by the models of their folds.
 */
public final class SeedRuns {

  private static final String STAGE = "training with other seeds";

  private final Procedure procedure;
  private final SplitExamples split;
  private final LongFunction<Decided> training;
  private final FoldsOf folds;
  private final Goalposts goalposts;
  private final Progress progress;

  /** How the folds of a holdout are trained. */
  @FunctionalInterface
  public interface FoldsOf {
    /**
     * The training of a holdout's folds.
     *
     * @param progress is told how many of them are done
     */
    FoldTraining training(GroupedHoldout holdout, Progress progress);
  }

  /**
   * The runs of a procedure.
   *
   * @param procedure what is trained; its own seed is not looked at
   * @param split the rows
   * @param training trains it on all training rows with a seed
   * @param folds trains it without each of the groups of a holdout
   * @param goalposts whose metrics are measured besides those of the catalogue
   * @param progress is told how many trainings are done, folds included
   */
  public SeedRuns(
      Procedure procedure,
      SplitExamples split,
      LongFunction<Decided> training,
      FoldsOf folds,
      Goalposts goalposts,
      Progress progress) {
    this.procedure = procedure;
    this.split = split;
    this.training = training;
    this.folds = folds;
    this.goalposts = goalposts;
    this.progress = progress;
  }

  /**
   * Trains with every seed.
   *
   * @param seeds at least {@link NoiseFloor#LEAST_SEEDS}, none twice
   * @return a floor of each metric on each set, the sets in the order of a run's
   */
  public List<NoiseFloor> floors(List<Long> seeds) {
    Map<String, SetFigures> bySet = new LinkedHashMap<>();
    LabelSchema schema = split.train().schema();
    split.heldOut().forEach(set -> put(bySet, set.name(), schema));
    split.grouped().forEach(holdout -> put(bySet, holdout.name(), schema));
    long all = (long) seeds.size() * trainingsOfASeed();
    long done = 0;
    for (long seed : seeds) {
      progress.report(STAGE, done, all);
      trainWhole(seed, bySet);
      done++;
      for (GroupedHoldout holdout : split.grouped()) {
        Progress ofFolds = progress.partOf(STAGE, done, all);
        Side left = folds.training(holdout, ofFolds).score("noise", procedure.withSeed(seed));
        figures(bySet, holdout.name()).add(seed, left);
        done += holdout.folds().folds().size();
      }
    }
    progress.report(STAGE, all, all);
    return bySet.values().stream().flatMap(set -> set.floors().stream()).toList();
  }

  private long trainingsOfASeed() {
    return 1L + split.grouped().stream().mapToLong(one -> one.folds().folds().size()).sum();
  }

  private void trainWhole(long seed, Map<String, SetFigures> bySet) {
    try (Decided decided = training.apply(seed)) {
      for (HeldOut set : split.heldOut()) {
        Side side = new Side(decided.scorer().predict(set.examples()), decided.scorer().rule());
        figures(bySet, set.name()).add(seed, side);
      }
    }
  }

  private void put(Map<String, SetFigures> bySet, String set, LabelSchema schema) {
    Set<Metric> metrics = new LinkedHashSet<>(Metric.catalogue(schema));
    goalposts.questions(set, List.of(new Subject.Whole())).stream()
        .map(Question::metric)
        .forEach(metrics::add);
    bySet.put(set, new SetFigures(set, List.copyOf(metrics)));
  }

  private static SetFigures figures(Map<String, SetFigures> bySet, String set) {
    return Objects.requireNonNull(bySet.get(set));
  }
}
