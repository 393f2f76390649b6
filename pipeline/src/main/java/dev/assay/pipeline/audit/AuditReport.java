package dev.assay.pipeline.audit;

import dev.assay.core.statistics.IntervalValue;
import dev.assay.pipeline.verdict.FigureJson;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An audit of labels for readers: as tables, as JSON, and its rows as JSON lines. */
public final class AuditReport {

  private final AuditedLabels audited;

  /** The report of an audit. */
  public AuditReport(AuditedLabels audited) {
    this.audited = audited;
  }

  /** The groups and labels that lack support. */
  public Block.Table needs() {
    List<List<Cell>> rows = new ArrayList<>();
    for (LabelNeed need : audited.needs()) {
      RecordedFigure figure = need.figure();
      rows.add(
          List.of(
              Cell.text(figure.subject().toString()),
              Cell.text(figure.holdout()),
              Cell.text(figure.metric()),
              Cell.text(need.why().words()),
              Cell.count(figure.support().positives()),
              Cell.count(figure.support().events()),
              halfWidth(figure.interval()),
              more(need.needed())));
    }
    return new Block.Table(
        "needs",
        "Where more labels would pay",
        List.of(
            "of",
            "on",
            "metric",
            "why",
            "positives",
            "events",
            "± of the difference",
            "more events"),
        rows);
  }

  private static Cell halfWidth(IntervalValue interval) {
    return switch (interval) {
      case IntervalValue.Defined(var range) -> Cell.number(range.halfWidth());
      case IntervalValue.Undefined(String reason) -> new Cell.Missing(reason);
    };
  }

  private static Cell more(Needed needed) {
    return switch (needed) {
      case Needed.Events events -> Cell.count(events.more());
      case Needed.Unknown(String reason) -> Cell.text("cannot tell: " + reason);
    };
  }

  /**
   * The first rows to label.
   *
   * @param count how many at most
   */
  public Block.Table rows(int count) {
    List<List<Cell>> rows = new ArrayList<>();
    List<RowToLabel> first = audited.rows().subList(0, Math.min(count, audited.rows().size()));
    for (RowToLabel row : first) {
      rows.add(
          List.of(
              Cell.count(rows.size() + 1L),
              Cell.text(row.id()),
              Cell.textOrNothing(row.group().orElse(null)),
              Cell.text(row.label()),
              Cell.number(row.score()),
              Cell.text(row.why())));
    }
    return new Block.Table(
        "rows",
        "Rows to label first",
        List.of("rank", "id", "group", "label", "score", "why"),
        rows);
  }

  /** What the figures suppose, and what they are not. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (audited.needs().isEmpty()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Every group and label that was looked at could show an effect of %s.",
              effect()));
    } else {
      sentences.add(
          "So many events would show an effect of %s with 80%% power, supposing that intervals"
                  .formatted(effect())
              + " narrow with the square root of the support: further events like those that are"
              + " there, and independent of them.");
    }
    if (audited.rows().stream().anyMatch(row -> row.kind() == RowToLabel.Kind.DOUBTFUL)) {
      sentences.add(
          "A doubtful label is a suggestion to look again, not an error: the model may be wrong.");
    }
    return sentences;
  }

  private String effect() {
    return Double.toString(audited.effect());
  }

  /** The same as nested maps and lists. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", audited.runId());
    json.put("scored_by", audited.scoredBy());
    json.put("effect", audited.effect());
    json.put("power", SupportNeeded.POWER);
    json.put("needs", audited.needs().stream().map(AuditReport::json).toList());
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    audited.rows().forEach(row -> rows.add(json(row, rows.size() + 1)));
    json.put("rows", rows);
    json.put("rows_left_out", audited.rowsLeftOut());
    return json;
  }

  /** The rows as JSON lines, the most urgent first. */
  public String jsonLines() {
    StringBuilder lines = new StringBuilder();
    int rank = 0;
    for (RowToLabel row : audited.rows()) {
      rank++;
      lines.append(JsonMapper.shared().writeValueAsString(json(row, rank))).append('\n');
    }
    return lines.toString();
  }

  private static Map<String, @Nullable Object> json(RowToLabel row, int rank) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rank", rank);
    json.put("id", row.id());
    json.put("group", row.group().orElse(null));
    json.put("label", row.label());
    json.put("score", row.score());
    json.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
    json.put("priority", row.priority());
    json.put("why", row.why());
    return json;
  }

  private static Map<String, Object> json(LabelNeed need) {
    RecordedFigure figure = need.figure();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("holdout", figure.holdout());
    json.put("subject", FigureJson.subject(figure.subject()));
    json.put("metric", figure.metric());
    json.put("why", need.why().name().toLowerCase(Locale.ROOT));
    json.put("support", FigureJson.support(figure.support()));
    json.put("interval", FigureJson.interval(figure.interval()));
    switch (need.needed()) {
      case Needed.Events(long events, long more) -> {
        json.put("events_needed", events);
        json.put("more_events", more);
      }
      case Needed.Unknown(String reason) -> json.put("cannot_tell", reason);
    }
    return json;
  }
}
