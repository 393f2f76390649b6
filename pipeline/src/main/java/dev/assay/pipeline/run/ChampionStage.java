package dev.assay.pipeline.run;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.pipeline.experiment.BaselineDeclaration;
import dev.assay.pipeline.scoring.BundleScorers;
import dev.assay.pipeline.trial.Champion;
import dev.assay.pipeline.trial.Contender;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.SplitExamples;
import dev.assay.registry.Registry;
import dev.assay.registry.history.HistoryRequest;
import dev.assay.registry.history.Promotion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the champion. Where there is none yet, Assay trains the first one itself: the better, by
 * log loss on validation, of the label's prior and a logistic regression, on the terms of the text
 * where there is one. Nothing is promoted for want of an opponent.
 */
final class ChampionStage {

  private final Registry registry;
  private final String actor;

  ChampionStage(Registry registry, String actor) {
    this.registry = registry;
    this.actor = actor;
  }

  /** The bundle of a hash, ready to score; the caller closes it. */
  Champion open(String hash) {
    Bundle bundle = registry.bundles().bundle(hash);
    return new Champion(
        hash, bundle, new Contender(hash, BundleScorers.gated(bundle), bundle.gated().exposure()));
  }

  /**
   * Trains the first champion and records it.
   *
   * @param declared what it is picked from
   * @return the hash of whatever is champion then, should another run have been quicker
   */
  String trainFirst(
      List<BaselineDeclaration> declared,
      TrainStage training,
      TrainingContexts contexts,
      BundleAssembly assembly,
      SplitExamples split) {
    List<Baseline> baselines = new ArrayList<>();
    try {
      for (BaselineDeclaration one : declared) {
        baselines.add(
            new Baseline(one, training.ofBaselines().train(one.trainer(), one.settings(), 1)));
      }
      Baseline best =
          baselines.stream().min(Comparator.comparingDouble(Baseline::loss)).orElseThrow();
      Bundle bundle =
          assembly.bundle(
              best.declared().trainer(),
              best.declared().settings(),
              best.decided().seed(),
              best.decided().scorer(),
              split.train(),
              contexts.exposure(
                  best.declared().trainer(),
                  best.declared().settings(),
                  split.train(),
                  split.validation()),
              Optional.empty());
      return record(registry.bundles().store(bundle));
    } finally {
      baselines.forEach(baseline -> baseline.decided().close());
    }
  }

  private String record(String hash) {
    Promotion promotion =
        registry.history().promote(HistoryRequest.Promote.baseline(hash, actor, null));
    return switch (promotion) {
      case Promotion.Promoted promoted -> hash;
      case Promotion.AlreadyChampion already -> already.champion();
      case Promotion.LostRace lost -> registry.history().champion().orElseThrow();
    };
  }

  /** A first champion on offer. */
  private record Baseline(BaselineDeclaration declared, Decided decided) {

    double loss() {
      LabelSchema schema = decided.validation().schema();
      Metric logLoss = Metric.of(Measure.LOG_LOSS);
      Metric metric = logLoss.isOfWhole(schema) ? logLoss : logLoss.averaged(Averaging.MACRO);
      MetricValue value =
          Evaluation.of(decided.validation(), decided.scorer().rule())
              .value(metric, new Subject.Whole());
      return switch (value) {
        case MetricValue.Defined defined -> defined.value();
        case MetricValue.Undefined undefined -> Double.POSITIVE_INFINITY;
      };
    }
  }
}
