package dev.assay.trees.xgboost;

import dev.assay.core.model.Fitted;
import dev.assay.core.model.Importance;
import dev.assay.core.model.LearningCurve;
import dev.assay.core.model.Target;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.trees.internal.BoundInputs;
import dev.assay.trees.internal.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One training: a booster for each target, their validation scores, and the model of them all. */
final class XgboostTraining {

  private final TrainingData data;
  private final XgboostSettings settings;
  private final RoundsPlan plan;
  private final long seed;
  private final Progress progress;
  private final Inputs inputs;
  private final BoundInputs train;
  private final BoundInputs validation;
  private final int[] foldOfRow;

  private final List<byte[]> kept = new ArrayList<>();
  private final float[][] validationScores;
  private final List<LearningCurve> curves = new ArrayList<>();
  private final double[] gainShares;
  private final Map<String, String> facts = new LinkedHashMap<>();

  XgboostTraining(
      TrainingData data, XgboostSettings settings, RoundsPlan plan, long seed, Progress progress) {
    this.data = data;
    this.settings = settings;
    this.plan = plan;
    this.seed = seed;
    this.progress = progress;
    this.inputs = Inputs.of(data.train(), 1);
    this.train = inputs.bind(data.train(), "training data");
    this.validation = inputs.bind(data.validation(), "validation data");
    this.foldOfRow =
        IntStream.range(0, data.validation().size()).map(data::validationFold).toArray();
    this.validationScores = new float[data.train().schema().size()][foldOfRow.length];
    this.gainShares = new double[inputs.size()];
  }

  Fitted run() {
    List<Target> targets = Target.of(data.train().labels());
    List<Target> validationTargets = Target.of(data.validation().labels());
    requireWatchableRows(validationTargets);
    for (int i = 0; i < targets.size(); i++) {
      train(i, targets.get(i), validationTargets.get(i), targets.size());
    }
    facts.put("threads", String.valueOf(settings.threads()));
    facts.put("library", "XGBoost " + XgboostNative.version());
    return new Fitted(
        XgboostModel.of(data.train().schema(), inputs, kept),
        Scores.takeOver(validationScores),
        curves,
        importances(),
        facts);
  }

  private void requireWatchableRows(List<Target> targets) {
    Problems problems = new Problems();
    for (int i = 0; plan.patience() > 0 && i < targets.size(); i++) {
      if (targets.get(i).knownRows().length == 0) {
        problems.add(
            "validation data",
            "no row has a known label" + suffix(i, targets.size()) + ", to stop early on.",
            "Add validation rows, or set early_stopping: 0.");
      }
    }
    problems.throwIfAny();
  }

  private void train(int index, Target target, Target validationTarget, int count) {
    double[] classWeights = settings.classWeights(target.counts());
    Boosting boosting =
        new Boosting(
            settings.parameters(target.classes(), seed), plan.most(index), plan.patience());
    long before = IntStream.range(0, index).mapToLong(plan::most).sum();
    long total = IntStream.range(0, count).mapToLong(plan::most).sum();
    try (Boosted boosted =
        boosting.run(
            new MatrixRows(inputs, train, target, classWeights),
            target.knownRows(),
            new MatrixRows(inputs, validation, validationTarget, classWeights),
            Boosting.knownByFold(validationTarget, foldOfRow, data.foldCount()),
            round -> progress.report("training xgboost", before + round, total))) {
      progress.report("training xgboost", before + plan.most(index), total);
      int treesPerRound = settings.treesPerRound(target.classes());
      keep(index, boosted, treesPerRound);
      note(suffix(index, count), boosted, treesPerRound);
    }
  }

  /** Scores the validation rows of each fold by the rounds picked for it, and cuts the booster. */
  private void keep(int index, Boosted boosted, int treesPerRound) {
    byte[] all = boosted.booster().json();
    try (XgboostNative.Booster booster = XgboostNative.load(all, inputs.size())) {
      for (int fold = 0; fold < data.foldCount(); fold++) {
        int wanted = fold;
        int[] rows =
            IntStream.range(0, foldOfRow.length).filter(row -> foldOfRow[row] == wanted).toArray();
        int rounds = boosted.losses().roundsForFold(fold);
        BoosterScoring.score(booster, validation, rows, rounds, validationScores, index);
      }
    } catch (XgboostNative.Refused e) {
      throw new IllegalStateException("XGBoost does not read what it wrote.", e);
    }
    byte[] cut = BoosterJson.firstRounds(all, boosted.losses().rounds(), treesPerRound);
    kept.add(cut);
    double[] gains = BoosterJson.totalGains(cut, inputs.size());
    double sum = Arrays.stream(gains).sum();
    for (int j = 0; sum > 0 && j < gains.length; j++) {
      gainShares[j] += gains[j] / sum;
    }
  }

  private void note(String suffix, Boosted boosted, int treesPerRound) {
    ValidationLosses losses = boosted.losses();
    curves.add(LearningCurve.ofLoss(settings.loss() + suffix, "train", boosted.trainLosses()));
    if (losses.course().stream().noneMatch(loss -> loss.isNaN())) {
      curves.add(LearningCurve.ofLoss(settings.loss() + suffix, "validation", losses.course()));
    }
    facts.put("best round" + suffix, String.valueOf(losses.rounds()));
    facts.put(
        "rounds by validation fold" + suffix,
        IntStream.range(0, data.foldCount())
            .mapToObj(fold -> String.valueOf(losses.roundsForFold(fold)))
            .collect(Collectors.joining(", ")));
    facts.put("rounds run" + suffix, String.valueOf(boosted.roundsRun()));
    facts.put("trees" + suffix, String.valueOf(losses.rounds() * treesPerRound));
  }

  /** The name of the label that a figure is about, where there is a booster for each of several. */
  private String suffix(int index, int count) {
    return count == 1 ? "" : " of " + data.train().schema().names().get(index);
  }

  /** The mean of the boosters' shares; empty where no tree splits. */
  private List<Importance> importances() {
    double sum = Arrays.stream(gainShares).sum();
    if (!(sum > 0)) {
      return List.of();
    }
    List<Importance> importances = new ArrayList<>();
    for (int j = 0; j < gainShares.length; j++) {
      importances.add(new Importance(inputs.names().get(j), gainShares[j] / sum));
    }
    importances.sort(Comparator.comparingDouble(Importance::share).reversed());
    return importances;
  }
}
