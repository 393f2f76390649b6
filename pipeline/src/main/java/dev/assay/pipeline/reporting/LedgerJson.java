package dev.assay.pipeline.reporting;

import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.ledger.EffectRange;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.SeedSpread;
import dev.assay.pipeline.verdict.FigureJson;
import dev.assay.pipeline.verdict.NoiseFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was expected, measured and changed, in {@code verdict.json}. */
final class LedgerJson {

  private LedgerJson() {}

  /** Every measured effect, with what was expected of it where anything was. */
  static List<Map<String, @Nullable Object>> effects(CompletedRun run) {
    List<Map<String, @Nullable Object>> json = new ArrayList<>();
    for (EffectPair pair : EffectPair.of(run)) {
      Map<String, @Nullable Object> effect = new LinkedHashMap<>();
      effect.put("metric", pair.metric());
      effect.put("holdout", pair.holdout());
      effect.put(
          "expected",
          pair.expected().map(ExpectedEffect::change).map(LedgerJson::range).orElse(null));
      effect.put("measured", pair.measured().map(LedgerJson::measured).orElse(null));
      effect.put("agreement", pair.expected().isEmpty() ? null : pair.agreement());
      json.add(effect);
    }
    return json;
  }

  private static Map<String, Object> range(EffectRange range) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("low", range.low());
    json.put("high", range.high());
    return json;
  }

  private static Map<String, @Nullable Object> measured(MeasuredEffect effect) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    EffectRange interval = effect.interval();
    json.put("baseline", FigureJson.value(effect.baseline()));
    json.put("change", FigureJson.value(effect.change()));
    json.put("interval", interval == null ? null : range(interval));
    json.put("noise", NoiseFigures.json(effect.change(), Optional.ofNullable(effect.noise())));
    return json;
  }

  static Map<String, @Nullable Object> difference(CompletedRun run) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("to", run.differenceTo().orElse(null));
    json.put("changes", run.difference().changes().stream().map(LedgerJson::change).toList());
    return json;
  }

  private static Map<String, @Nullable Object> change(ConfigurationDifference.Change change) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", change.path());
    json.put("before", change.before());
    json.put("after", change.after());
    return json;
  }

  static Map<String, Object> seeds(SeedSpread spread) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (spread.judgedBy()) {
      case SeedSpread.JudgedBy.Holdout set -> json.put("holdout", set.name());
      case SeedSpread.JudgedBy.Suite suite -> json.put("suite", suite.name());
    }
    json.put("metric", spread.metric());
    json.put("seeds", spread.seeds());
    json.put("values", spread.values().stream().map(FigureJson::value).toList());
    return json;
  }
}
