package dev.assay.pipeline.audit;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the figures of a run's comparisons back from its {@code verdict.json}. */
public final class RecordedFigures {

  private RecordedFigures() {}

  /** Every figure, in the order in which it stands there. */
  public static List<RecordedFigure> of(String verdictJson) {
    List<RecordedFigure> figures = new ArrayList<>();
    for (JsonNode holdout : JsonMapper.shared().readTree(verdictJson).get("holdouts")) {
      for (JsonNode figure : holdout.get("figures")) {
        figures.add(
            new RecordedFigure(
                holdout.get("name").asString(),
                figure.get("metric").asString(),
                subject(figure.get("subject")),
                interval(figure.get("interval")),
                support(figure.get("support"))));
      }
    }
    return figures;
  }

  private static Subject subject(JsonNode json) {
    String kind = json.get("kind").asString();
    return switch (kind) {
      case "whole" -> new Subject.Whole();
      case "label" -> new Subject.Label(json.get("label").asString());
      case "slice" ->
          new Subject.Slice(json.get("column").asString(), json.get("level").asString());
      case "group" -> new Subject.Group(json.get("group").asString());
      case "label_in_slice" ->
          new Subject.LabelInSlice(
              json.get("label").asString(),
              json.get("column").asString(),
              json.get("level").asString());
      default -> throw new IllegalStateException("A verdict has a figure of a '" + kind + "'.");
    };
  }

  private static IntervalValue interval(JsonNode json) {
    if (json.has("undefined")) {
      return IntervalValue.undefined(json.get("undefined").asString());
    }
    return IntervalValue.of(
        new Interval(
            json.get("low").asDouble(),
            json.get("high").asDouble(),
            json.get("level").asDouble(),
            Interval.Method.valueOf(json.get("method").asString().toUpperCase(Locale.ROOT))));
  }

  private static Support support(JsonNode json) {
    return new Support(
        json.get("rows").asLong(), json.get("positives").asLong(), json.get("events").asLong());
  }
}
