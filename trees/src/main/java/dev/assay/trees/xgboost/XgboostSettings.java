package dev.assay.trees.xgboost;

import dev.assay.core.label.TaskKind;
import dev.assay.core.model.ClassWeighting;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.problem.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a training, and how the library is told of them. */
final class XgboostSettings {

  private static final Setting ROUNDS =
      new Setting.Whole("rounds", "How many rounds of boosting at most.", 1, 100_000, 400L);
  private static final Setting EARLY_STOPPING =
      new Setting.Whole(
          "early_stopping",
          "Stop after so many rounds without a lower validation loss; 0 for never.",
          0,
          100_000,
          30L);
  private static final Setting DEPTH =
      new Setting.Whole("depth", "How deep a tree is at most.", 1, 30, 6L);
  private static final Setting LEARNING_RATE =
      new Setting.Number("learning_rate", "How much of each tree is added.", 1e-6, 1, 0.1);
  private static final Setting MIN_CHILD_WEIGHT =
      new Setting.Number("min_child_weight", "The least sum of Hessians in a leaf.", 0, 1e9, 1.0);
  private static final Setting SUBSAMPLE =
      new Setting.Number("subsample", "The share of rows that each round sees.", 1e-3, 1, 1.0);
  private static final Setting COLSAMPLE =
      new Setting.Number("colsample", "The share of inputs that each tree sees.", 1e-3, 1, 1.0);
  private static final Setting LAMBDA =
      new Setting.Number("lambda", "The L2 penalty on leaves.", 0, 1e9, 1.0);
  private static final Setting ALPHA =
      new Setting.Number("alpha", "The L1 penalty on leaves.", 0, 1e9, 0.0);
  private static final Setting GAMMA =
      new Setting.Number("gamma", "The least gain of a split.", 0, 1e9, 0.0);
  private static final Setting MAX_BINS =
      new Setting.Whole(
          "max_bins", "Into how many bins the values of an input are sorted.", 2, 65_536, 256L);
  private static final Setting POSITIVE_WEIGHT =
      new Setting.Number(
          "positive_weight",
          "How much more a row with the label weighs than one without; not for multiclass.",
          1e-6,
          1e6,
          1.0);
  private static final Setting THREADS =
      new Setting.Whole("threads", "How many threads train; 0 for all there are.", 0, 1024, 0L);

  /** All of them, in the order to be shown in. */
  static final List<Setting> ALL =
      List.of(
          ROUNDS,
          EARLY_STOPPING,
          DEPTH,
          LEARNING_RATE,
          MIN_CHILD_WEIGHT,
          SUBSAMPLE,
          COLSAMPLE,
          LAMBDA,
          ALPHA,
          GAMMA,
          MAX_BINS,
          ClassWeighting.SETTING,
          POSITIVE_WEIGHT,
          THREADS);

  private final Settings settings;
  private final TaskKind task;

  /**
   * Settings for a task.
   *
   * @throws InvalidInputException where they do not suit it
   */
  XgboostSettings(Settings settings, TaskKind task) {
    if (task == TaskKind.MULTICLASS && settings.number(POSITIVE_WEIGHT.name()) != 1) {
      throw new InvalidInputException(
          "train",
          "positive_weight is %s, but a multiclass task has no positive class."
              .formatted(settings.number(POSITIVE_WEIGHT.name())),
          "Leave it out, or set class_weights: balanced.");
    }
    this.settings = settings;
    this.task = task;
  }

  int rounds() {
    return settings.whole(ROUNDS.name());
  }

  int earlyStopping() {
    return settings.whole(EARLY_STOPPING.name());
  }

  /** How many threads train, at least 1. */
  int threads() {
    int asked = settings.whole(THREADS.name());
    return asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
  }

  /** The weight of a row of each class, given how many training rows each has. */
  double[] classWeights(long[] counts) {
    double[] weights = ClassWeighting.from(settings).weights(counts);
    if (task != TaskKind.MULTICLASS) {
      weights[1] *= settings.number(POSITIVE_WEIGHT.name());
    }
    return weights;
  }

  /** The name of the loss that is minimised and watched. */
  String loss() {
    return task == TaskKind.MULTICLASS ? "mlogloss" : "log_loss";
  }

  /** How many trees each round adds for a target of so many classes: one for each output. */
  int treesPerRound(int classes) {
    return task == TaskKind.MULTICLASS ? classes : 1;
  }

  /** The library's parameters for a target of so many classes. */
  Map<String, Object> parameters(int classes, long seed) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (task == TaskKind.MULTICLASS) {
      parameters.put("objective", "multi:softprob");
      parameters.put("num_class", classes);
      parameters.put("eval_metric", "mlogloss");
    } else {
      parameters.put("objective", "binary:logistic");
      parameters.put("eval_metric", "logloss");
    }
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", settings.whole(DEPTH.name()));
    parameters.put("eta", settings.number(LEARNING_RATE.name()));
    parameters.put("min_child_weight", settings.number(MIN_CHILD_WEIGHT.name()));
    parameters.put("subsample", settings.number(SUBSAMPLE.name()));
    parameters.put("colsample_bytree", settings.number(COLSAMPLE.name()));
    parameters.put("lambda", settings.number(LAMBDA.name()));
    parameters.put("alpha", settings.number(ALPHA.name()));
    parameters.put("gamma", settings.number(GAMMA.name()));
    parameters.put("max_bin", settings.whole(MAX_BINS.name()));
    parameters.put("nthread", threads());
    parameters.put("seed", seed);
    return parameters;
  }
}
