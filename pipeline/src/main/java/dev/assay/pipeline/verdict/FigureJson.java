package dev.assay.pipeline.verdict;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.IntervalValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures as they stand in JSON: an undefined one is an object with its reason. */
public final class FigureJson {

  private FigureJson() {}

  /** A figure. */
  public static Object value(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> number;
      case MetricValue.Undefined(String reason) -> undefined(reason);
    };
  }

  /** An interval with its level and method. */
  public static Map<String, Object> interval(IntervalValue value) {
    return switch (value) {
      case IntervalValue.Defined(var interval) -> {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("low", interval.low());
        json.put("high", interval.high());
        json.put("level", interval.level());
        json.put("method", interval.method());
        yield json;
      }
      case IntervalValue.Undefined(String reason) -> undefined(reason);
    };
  }

  /** A figure with its interval. */
  public static Map<String, Object> estimate(Estimate estimate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", value(estimate.value()));
    json.put("interval", interval(estimate.interval()));
    return json;
  }

  /** How much evidence a figure rests on. */
  public static Map<String, Object> support(Support support) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", support.rows());
    json.put("positives", support.positives());
    json.put("events", support.events());
    return json;
  }

  /** What a figure is of, in parts rather than in words. */
  public static Map<String, Object> subject(Subject subject) {
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
        json.put("group", level);
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

  /** What stands in the place of a figure that there is none of, for this reason. */
  static Map<String, Object> undefined(String reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("undefined", reason);
    return json;
  }
}
