package dev.assay.pipeline.run;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.ledger.EffectRange;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.pipeline.trial.ChampionNoise;
import dev.assay.pipeline.trial.Scored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the ledger is told of a run: the expected effects as measured, and F1 on every set. */
final class EffectMeasurement {

  private EffectMeasurement() {}

  /**
   * The effects.
   *
   * @param noise what the seed alone does to the champion
   */
  static List<MeasuredEffect> of(
      List<ExpectedEffect> expected, List<Scored> scored, ChampionNoise noise) {
    Map<String, MeasuredEffect> effects = new LinkedHashMap<>();
    for (ExpectedEffect effect : expected) {
      add(effect.metric(), effect.holdout(), scored, effects);
    }
    for (Scored one : scored) {
      LabelSchema schema = one.candidate().schema();
      Metric f1 = Metric.fBeta(1);
      Metric whole = f1.isOfWhole(schema) ? f1 : f1.averaged(Averaging.MACRO);
      add(whole.name(), one.set().name(), scored, effects);
    }
    return effects.values().stream().map(effect -> beside(effect, noise)).toList();
  }

  private static void add(
      String metric, String holdout, List<Scored> scored, Map<String, MeasuredEffect> effects) {
    Question question = new Question(Metric.parse(metric), new Subject.Whole());
    scored.stream()
        .filter(one -> one.set().name().equals(holdout))
        .findFirst()
        .flatMap(one -> one.comparison().figure(question))
        .ifPresent(
            compared ->
                effects.putIfAbsent(metric + " " + holdout, effect(metric, holdout, compared)));
  }

  private static MeasuredEffect beside(MeasuredEffect effect, ChampionNoise noise) {
    return noise.of(effect.holdout(), effect.metric()).map(effect::beside).orElse(effect);
  }

  private static MeasuredEffect effect(String metric, String holdout, Compared compared) {
    MetricValue baseline = compared.estimate().champion().value();
    MetricValue change = compared.estimate().difference().value();
    EffectRange interval =
        change.isDefined()
                && compared.estimate().difference().interval()
                    instanceof IntervalValue.Defined(var found)
            ? new EffectRange(found.low(), found.high())
            : null;
    return new MeasuredEffect(metric, holdout, baseline, change, interval, null);
  }
}
