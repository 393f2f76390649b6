package dev.assay.trees.heads;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.TrainerChoice;
import dev.assay.core.prediction.Scores;
import dev.assay.core.progress.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains base and heads of a judged model on all rows; its stack stays as it is. */
final class GroupHeadsRefit {

  private final Dataset all;
  private final GroupHeadsSettings settings;
  private final long seed;
  private final Progress progress;

  GroupHeadsRefit(Dataset all, GroupHeadsSettings settings, long seed, Progress progress) {
    this.all = all;
    this.settings = settings;
    this.seed = seed;
    this.progress = progress;
  }

  Fitted run(GroupHeadsModel.Parts judged) {
    ClusterMap clusters = judged.clusters();
    int[] clusterOfRow = clusters.ofRows(all, "training data");
    HeadExamples examples = new HeadExamples(all, clusterOfRow, settings.negatives(), seed);
    HeadSeeds seeds = new HeadSeeds(seed, clusters, all.schema());
    int steps = 1 + judged.heads().size();
    Map<HeadKey, Model> heads = new LinkedHashMap<>();
    Model base = refit(settings.base(), all, judged.base(), seeds.ofBase());
    try {
      progress.report(GroupHeadsTraining.STAGE, 1, steps);
      judged
          .heads()
          .forEach(
              (key, head) -> {
                Dataset rows = examples.of(key, row -> true);
                heads.put(key, refit(settings.head(), rows, head, seeds.of(key)));
                progress.report(GroupHeadsTraining.STAGE, 1 + heads.size(), steps);
              });
    } catch (RuntimeException e) {
      base.close();
      heads.values().forEach(Model::close);
      throw e;
    }
    Model model =
        GroupHeadsFiles.model(
            new GroupHeadsModel.Parts(clusters, base, heads, judged.stacks()),
            settings.base().trainer().name(),
            settings.head().trainer().name());
    return new Fitted(model, noScores(all.schema().size()), List.of(), List.of(), Map.of());
  }

  private static Model refit(TrainerChoice choice, Dataset rows, Model judged, long seed) {
    Fitted before =
        new Fitted(judged, noScores(judged.schema().size()), List.of(), List.of(), Map.of());
    return choice.trainer().refit(rows, choice.settings(), before, seed, Progress.SILENT).model();
  }

  private static Scores noScores(int labels) {
    return Scores.takeOver(new float[labels][0]);
  }
}
