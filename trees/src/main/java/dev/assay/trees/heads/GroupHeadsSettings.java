package dev.assay.trees.heads;

import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.TrainerChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The settings of group heads. */
final class GroupHeadsSettings {

  private static final Setting BASE =
      new Setting.InnerTrainer(
          "base", "The model of all rows, by any trainer.", "xgboost", Map.of());
  private static final Setting HEAD =
      new Setting.InnerTrainer(
          "head",
          "The small model of each cluster, by any trainer.",
          "xgboost",
          Map.of("rounds", 50L, "depth", 3L, "early_stopping", 0L));
  private static final Setting CLUSTERS =
      new Setting.NamedSets(
          "clusters", "The groups that share a head, by the name of their cluster.", 1);
  private static final Setting NEGATIVES =
      new Setting.Whole(
          "negatives",
          "How many random known negatives from outside a cluster anchor its head.",
          0,
          10_000_000,
          200L);
  private static final Setting FOLDS =
      new Setting.Whole(
          "folds", "In how many folds of whole groups the stack's scores are made.", 2, 100, 5L);
  private static final Setting INVERSE_PENALTY =
      new Setting.Number(
          "c", "The inverse of the stack's penalty: smaller is more regular.", 1e-9, 1e9, 1.0);

  /** All of them, in the order to be shown in. */
  static final List<Setting> ALL = List.of(BASE, HEAD, CLUSTERS, NEGATIVES, FOLDS, INVERSE_PENALTY);

  private final Settings settings;

  GroupHeadsSettings(Settings settings) {
    this.settings = settings;
  }

  TrainerChoice base() {
    return settings.trainer(BASE.name());
  }

  TrainerChoice head() {
    return settings.trainer(HEAD.name());
  }

  ClusterMap clusters() {
    List<Cluster> clusters = new ArrayList<>();
    settings
        .sets(CLUSTERS.name())
        .forEach((name, groups) -> clusters.add(new Cluster(name, groups)));
    return new ClusterMap(clusters);
  }

  int negatives() {
    return settings.whole(NEGATIVES.name());
  }

  int folds() {
    return settings.whole(FOLDS.name());
  }

  double inversePenalty() {
    return settings.number(INVERSE_PENALTY.name());
  }
}
