package dev.assay.pipeline.predictions;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Evidence;
import dev.assay.core.gate.Figures;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A check with its evidence as a map that becomes JSON. */
final class CheckJson {

  private CheckJson() {}

  static Map<String, Object> of(Check check) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("gate", check.gate().name());
    json.put("asks", check.gate().words());
    json.put("outcome", check.outcome());
    json.put("holds", check.holds());
    json.put("sentence", check.sentence());
    List<Map<String, Object>> evidence = new ArrayList<>();
    check.evidence().forEach(piece -> evidence.add(evidence(piece)));
    json.put("evidence", evidence);
    return json;
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    Figures figures = evidence.figures();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("holdout", evidence.place().holdout());
    json.put("subject", FigureJson.subject(evidence.place().subject()));
    json.put("measured", evidence.place().measured());
    json.put("bound", evidence.bound());
    json.put("standing", evidence.standing());
    put(json, "champion", figures.champion());
    put(json, "candidate", figures.candidate());
    put(json, "difference", figures.difference());
    switch (figures.interval()) {
      case IntervalValue.Defined(var interval) -> {
        json.put("low", interval.low());
        json.put("high", interval.high());
      }
      case IntervalValue.Undefined(String reason) -> json.put("no_interval", reason);
    }
    json.put("support", FigureJson.support(figures.support()));
    json.put("note", evidence.note());
    return json;
  }

  private static void put(Map<String, Object> json, String name, MetricValue value) {
    switch (value) {
      case MetricValue.Defined(double number) -> json.put(name, number);
      case MetricValue.Undefined(String reason) -> {
        json.put(name, null);
        json.put("no_" + name, reason);
      }
    }
  }
}
