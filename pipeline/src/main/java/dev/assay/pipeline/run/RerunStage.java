package dev.assay.pipeline.run;

import dev.assay.core.comparison.Comparer;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.comparison.Question;
import dev.assay.core.comparison.Side;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.gate.CountGate;
import dev.assay.core.gate.Gate;
import dev.assay.core.gate.Goalposts;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.pipeline.fold.FoldTraining;
import dev.assay.pipeline.fold.GroupedHoldout;
import dev.assay.pipeline.fold.Procedure;
import dev.assay.pipeline.trial.ChampionNoise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Compares the champion with reruns of itself on left-out groups, for the gates that count how many
 * get better: so many do by chance alone. The reruns are those that its noise was measured with on
 * the same data, whose folds are kept.
 */
final class RerunStage {

  /** Only the differences are looked at; intervals of reruns are not worth their time. */
  private static final int FEWEST_REPLICATES = 100;

  private final Goalposts counting;
  private final Function<GroupedHoldout, FoldTraining> folds;
  private final int horizonDays;

  /**
   * A stage.
   *
   * @param gates those of the experiment; only those that count are looked at
   * @param folds how the folds of a holdout are trained, or found
   */
  RerunStage(List<Gate> gates, Function<GroupedHoldout, FoldTraining> folds, int horizonDays) {
    counting = new Goalposts(gates.stream().filter(CountGate.class::isInstance).toList(), Map.of());
    this.folds = folds;
    this.horizonDays = horizonDays;
  }

  /**
   * The comparisons by the name of the holdout; none of a holdout that no gate counts on, or whose
   * noise was not measured on these data.
   *
   * @param champion the champion's procedure, with its own seed
   * @param noise what is on record of it
   * @param dataFingerprint the content hash of the data
   */
  Map<String, List<Comparison>> reruns(
      List<GroupedHoldout> holdouts,
      Procedure champion,
      ChampionNoise noise,
      String dataFingerprint) {
    Map<String, List<Comparison>> reruns = new LinkedHashMap<>();
    for (GroupedHoldout holdout : holdouts) {
      List<Long> seeds =
          noise.seeds(holdout.name(), dataFingerprint).stream()
              .filter(seed -> seed != champion.seed())
              .toList();
      if (counting.holdouts().contains(holdout.name()) && !seeds.isEmpty()) {
        reruns.put(holdout.name(), reruns(holdout, champion, seeds));
      }
    }
    return reruns;
  }

  private List<Comparison> reruns(GroupedHoldout holdout, Procedure champion, List<Long> seeds) {
    FoldTraining training = folds.apply(holdout);
    Side own = training.score("champion", champion);
    List<Question> questions =
        counting.questions(holdout.name(), Evaluation.of(own.predictions(), own.rule()).subjects());
    Comparer comparer =
        new Comparer(
            new BootstrapSettings(
                FEWEST_REPLICATES, champion.seed(), BootstrapSettings.DEFAULT_LEVEL),
            horizonDays);
    List<Comparison> comparisons = new ArrayList<>();
    for (long seed : seeds) {
      Side rerun = training.score("champion with seed " + seed, champion.withSeed(seed));
      comparisons.add(
          comparer.compare(holdout.name(), own, rerun, new Exposure.Known(0, 0), questions));
    }
    return comparisons;
  }
}
