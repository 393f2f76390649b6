package dev.assay.pipeline.run;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.pipeline.experiment.TrainingDeclaration;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.SeedSpread;
import java.util.ArrayList;
import java.util.List;

/** Trains the candidate's configuration with the other seeds, to show what chance alone does. */
final class SeedStage {

  private SeedStage() {}

  /** F1 of every seed on every set; empty where there is one seed. */
  static List<SeedSpread> spread(
      TrainingDeclaration declared, TrainStage training, Decided candidate, List<HeldOut> sets) {
    if (declared.seeds().size() < 2) {
      return List.of();
    }
    List<List<MetricValue>> bySet = new ArrayList<>();
    sets.forEach(set -> bySet.add(new ArrayList<>(List.of(f1(candidate, set)))));
    int seeds = declared.seeds().size();
    for (int number = 2; number <= seeds; number++) {
      TrainStage one = training.named("seed %d of %d".formatted(number, seeds));
      long seed = declared.seeds().get(number - 1);
      try (Decided other = one.train(declared.trainer(), declared.settings(), seed)) {
        for (int i = 0; i < sets.size(); i++) {
          bySet.get(i).add(f1(other, sets.get(i)));
        }
      }
    }
    List<SeedSpread> spreads = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      spreads.add(
          new SeedSpread(
              sets.get(i).name(),
              metric(candidate.validation().schema()).name(),
              declared.seeds(),
              bySet.get(i)));
    }
    return spreads;
  }

  private static MetricValue f1(Decided decided, HeldOut set) {
    return Evaluation.of(decided.scorer().predict(set.examples()), decided.scorer().rule())
        .value(metric(decided.validation().schema()), new Subject.Whole());
  }

  private static Metric metric(LabelSchema schema) {
    Metric f1 = Metric.fBeta(1);
    return f1.isOfWhole(schema) ? f1 : f1.averaged(Averaging.MACRO);
  }
}
