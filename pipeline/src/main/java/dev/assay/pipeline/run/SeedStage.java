package dev.assay.pipeline.run;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.pipeline.experiment.TrainingDeclaration;
import dev.assay.pipeline.suite.SuiteScoring;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.LoadedSuite;
import dev.assay.pipeline.trial.SeedSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Trains the candidate's configuration with the other seeds, to show what chance alone does. */
final class SeedStage {

  private final List<HeldOut> sets;
  private final List<LoadedSuite> suites;

  SeedStage(List<HeldOut> sets, List<LoadedSuite> suites) {
    this.sets = sets;
    this.suites = suites;
  }

  /**
   * F1 of every seed on every set, and what every seed passes of every suite; empty where there is
   * one seed.
   */
  List<SeedSpread> spread(TrainingDeclaration declared, TrainStage training, Decided candidate) {
    List<Long> seeds = declared.seeds();
    if (seeds.size() < 2) {
      return List.of();
    }
    List<List<Figure>> bySeed = new ArrayList<>(List.of(figures(candidate)));
    for (int number = 2; number <= seeds.size(); number++) {
      TrainStage one = training.named("seed %d of %d".formatted(number, seeds.size()));
      try (Decided other =
          one.train(declared.trainer(), declared.settings(), seeds.get(number - 1))) {
        bySeed.add(figures(other));
      }
    }
    return IntStream.range(0, bySeed.getFirst().size())
        .mapToObj(
            i -> {
              Figure first = bySeed.getFirst().get(i);
              List<MetricValue> values =
                  bySeed.stream().map(figures -> figures.get(i).value()).toList();
              return new SeedSpread(first.judgedBy(), first.metric(), seeds, values);
            })
        .toList();
  }

  private record Figure(SeedSpread.JudgedBy judgedBy, String metric, MetricValue value) {}

  /** The same figures in the same order, whatever the model. */
  private List<Figure> figures(Decided model) {
    List<Figure> figures = new ArrayList<>();
    Metric f1 = f1(model.validation().schema());
    for (HeldOut set : sets) {
      MetricValue value =
          Evaluation.of(model.scorer().predict(set.examples()), model.scorer().rule())
              .value(f1, new Subject.Whole());
      figures.add(new Figure(new SeedSpread.JudgedBy.Holdout(set.name()), f1.name(), value));
    }
    for (LoadedSuite loaded : suites) {
      SuiteOutcome outcome =
          SuiteScoring.outcome(loaded.suite(), loaded.examples(), model.scorer());
      SeedSpread.JudgedBy suite = new SeedSpread.JudgedBy.Suite(outcome.suite());
      figures.add(new Figure(suite, "passed", outcome.share().value()));
      if (outcome.macroF1().isDefined()) {
        figures.add(new Figure(suite, "f1_macro", outcome.macroF1()));
      }
    }
    return figures;
  }

  private static Metric f1(LabelSchema schema) {
    Metric f1 = Metric.fBeta(1);
    return f1.isOfWhole(schema) ? f1 : f1.averaged(Averaging.MACRO);
  }
}
