package dev.assay.pipeline.ledger;

import dev.assay.core.ledger.EffectRange;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.core.ledger.Lesson;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.core.metric.MetricValue;
import dev.assay.pipeline.verdict.NoiseFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries of the ledger as nested maps, lists and values. */
public final class LedgerJson {

  private LedgerJson() {}

  /** All entries, in the order given. */
  public static List<Map<String, Object>> of(List<LedgerEntry> entries) {
    List<Map<String, Object>> list = new ArrayList<>();
    entries.forEach(entry -> list.add(of(entry)));
    return list;
  }

  /** One entry. */
  public static Map<String, Object> of(LedgerEntry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("entry", entry.id());
    json.put("experiment", entry.plan().experiment());
    json.put("hypothesis", entry.plan().hypothesis());
    json.put("builds_on", entry.plan().buildsOn());
    json.put("actor", entry.plan().actor());
    json.put("frozen_at", entry.plan().frozenAt().toString());
    List<Object> expected = new ArrayList<>();
    for (ExpectedEffect effect : entry.plan().expected()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("metric", effect.metric());
      one.put("on", effect.holdout());
      one.put("change", range(effect.change()));
      one.put("agreement", entry.agreement(effect).words());
      expected.add(one);
    }
    json.put("expected", expected);
    putState(entry.state(), json);
    Lesson lesson = entry.lesson();
    json.put("lesson", lesson == null ? null : lesson.text());
    json.put("next", lesson == null ? List.of() : lesson.next());
    return withoutNullness(json);
  }

  private static void putState(LedgerState state, Map<String, @Nullable Object> json) {
    switch (state) {
      case LedgerState.Planned planned -> json.put("state", "planned");
      case LedgerState.Superseded superseded -> {
        json.put("state", "superseded");
        json.put("superseded_by", superseded.by());
      }
      case LedgerState.Run run -> {
        json.put("state", "run");
        json.put("run", run.runId());
        json.put("outcome", run.outcome().name().toLowerCase(Locale.ROOT));
        json.put("at", run.at().toString());
        List<Object> measured = new ArrayList<>();
        run.measured().forEach(effect -> measured.add(measured(effect)));
        json.put("measured", measured);
        List<Object> changes = new ArrayList<>();
        run.difference()
            .changes()
            .forEach(
                change -> {
                  Map<String, @Nullable Object> one = new LinkedHashMap<>();
                  one.put("setting", change.path());
                  one.put("before", change.before());
                  one.put("after", change.after());
                  changes.add(one);
                });
        json.put("difference", changes);
      }
    }
  }

  private static Map<String, @Nullable Object> measured(MeasuredEffect effect) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("metric", effect.metric());
    one.put("on", effect.holdout());
    one.put("baseline", value(effect.baseline()));
    one.put("change", value(effect.change()));
    EffectRange interval = effect.interval();
    one.put("interval", interval == null ? null : range(interval));
    one.put("noise", NoiseFigures.json(effect.change(), Optional.ofNullable(effect.noise())));
    return one;
  }

  private static Object value(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> defined.value();
      case MetricValue.Undefined undefined -> {
        Map<String, Object> none = new LinkedHashMap<>();
        none.put("undefined", undefined.reason());
        yield none;
      }
    };
  }

  private static List<Double> range(EffectRange range) {
    return List.of(range.low(), range.high());
  }

  /** A JSON object may hold null; the type of a map of objects does not say so. */
  @SuppressWarnings({"NullAway", "unchecked"})
  private static Map<String, Object> withoutNullness(Map<String, @Nullable Object> json) {
    return (Map<String, Object>) (Map<String, ?>) json;
  }
}
