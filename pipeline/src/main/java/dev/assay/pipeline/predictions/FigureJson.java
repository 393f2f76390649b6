package dev.assay.pipeline.predictions;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.IntervalValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures as maps that become JSON. What has no value is null beside a reason. */
final class FigureJson {

  private FigureJson() {}

  static Map<String, Object> schema(LabelSchema schema) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", schema.kind().name().toLowerCase(Locale.ROOT));
    json.put("labels", schema.names());
    return json;
  }

  static Map<String, Object> support(Support support) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", support.rows());
    json.put("positives", support.positives());
    json.put("events", support.events());
    return json;
  }

  static Map<String, Object> subject(Subject subject) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (subject) {
      case Subject.Whole whole -> json.put("kind", "whole");
      case Subject.Label(String name) -> {
        json.put("kind", "label");
        json.put("label", name);
      }
      case Subject.Slice(String column, String level) -> {
        json.put("kind", "slice");
        json.put("column", column);
        json.put("level", level);
      }
      case Subject.Group(String level) -> {
        json.put("kind", "group");
        json.put("level", level);
      }
      case Subject.LabelInSlice(String label, String column, String level) -> {
        json.put("kind", "label_in_slice");
        json.put("label", label);
        json.put("column", column);
        json.put("level", level);
      }
    }
    return json;
  }

  static Map<String, Object> estimate(Estimate estimate) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (estimate.value()) {
      case MetricValue.Defined(double value) -> json.put("value", value);
      case MetricValue.Undefined(String reason) -> {
        json.put("value", null);
        json.put("reason", reason);
      }
    }
    switch (estimate.interval()) {
      case IntervalValue.Defined(var interval) -> {
        json.put("low", interval.low());
        json.put("high", interval.high());
        json.put("level", interval.level());
        json.put("method", interval.method());
      }
      case IntervalValue.Undefined(String reason) -> {
        json.put("low", null);
        json.put("high", null);
        json.put("no_interval", reason);
      }
    }
    return json;
  }
}
