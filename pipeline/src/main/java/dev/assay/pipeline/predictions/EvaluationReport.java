package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.pipeline.verdict.FigureJson;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** An evaluation for readers: as tables, as a document, as JSON. */
public final class EvaluationReport {

  private final EvaluatedPredictions evaluated;
  private final Evaluation evaluation;

  /** The report of an evaluation. */
  public EvaluationReport(EvaluatedPredictions evaluated) {
    this.evaluated = evaluated;
    evaluation = evaluated.evaluation();
  }

  /** Every figure of the whole with its interval. */
  public Block.Table whole() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Compared figure : figuresOf(new Subject.Whole())) {
      rows.add(
          List.of(
              Cell.text(figure.question().metric().name()),
              FigureCells.value(figure.estimate().candidate().value()),
              FigureCells.interval(figure.estimate().candidate().interval())));
    }
    return new Block.Table("whole", "All rows", List.of("metric", "value", "interval"), rows);
  }

  /** The tables of labels, slices and groups that the predictions have. */
  public List<Block.Table> parts() {
    List<Block.Table> tables = new ArrayList<>();
    addPart(tables, "labels", "Labels", Subject.Label.class::isInstance);
    addPart(tables, "slices", "Slices", Subject.Slice.class::isInstance);
    addPart(tables, "labels-in-slices", "Labels in slices", Subject.LabelInSlice.class::isInstance);
    addPart(tables, "groups", "Groups", Subject.Group.class::isInstance);
    return tables;
  }

  private void addPart(
      List<Block.Table> tables, String id, String caption, Predicate<Subject> member) {
    List<Subject> subjects = evaluation.subjects().stream().filter(member).toList();
    if (!subjects.isEmpty()) {
      List<List<Cell>> rows = subjects.stream().map(this::row).toList();
      tables.add(
          new Block.Table(
              id,
              caption,
              List.of(
                  "subject",
                  "rows",
                  "positives",
                  "events",
                  "f1",
                  "interval",
                  "precision",
                  "recall",
                  "average precision",
                  "prior",
                  "positive rate"),
              rows));
    }
  }

  private List<Cell> row(Subject subject) {
    Support support = evaluation.support(subject);
    Question f1 = new Question(measured(subject, Measure.F_BETA), subject);
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.text(subject.toString()),
                Cell.count(support.rows()),
                Cell.count(support.positives()),
                Cell.count(support.events()),
                FigureCells.value(evaluation.value(f1.metric(), subject)),
                evaluated
                    .figures()
                    .figure(f1)
                    .map(found -> FigureCells.interval(found.estimate().candidate().interval()))
                    .orElseGet(() -> new Cell.Missing("not asked for"))));
    for (Measure measure :
        List.of(
            Measure.PRECISION,
            Measure.RECALL,
            Measure.AVERAGE_PRECISION,
            Measure.PRIOR,
            Measure.POSITIVE_RATE)) {
      cells.add(FigureCells.value(evaluation.value(measured(subject, measure), subject)));
    }
    return cells;
  }

  private Metric measured(Subject subject, Measure measure) {
    Metric metric = Metric.of(measure);
    boolean ofOneLabel =
        evaluation.schema().size() == 1
            || subject instanceof Subject.Label
            || subject instanceof Subject.LabelInSlice;
    return ofOneLabel || metric.isOfWhole(evaluation.schema())
        ? metric
        : metric.averaged(Averaging.MACRO);
  }

  private List<Compared> figuresOf(Subject subject) {
    return evaluated.figures().figures().stream()
        .filter(figure -> figure.question().subject().equals(subject))
        .toList();
  }

  /** The rows, positives and events in a line. */
  public String support() {
    Support support = evaluation.support(new Subject.Whole());
    return "%,d rows, %,d positives, %,d independent events"
        .formatted(support.rows(), support.positives(), support.events());
  }

  /** The whole report as a document. */
  public Document document() {
    Metric headline = FigureQuestions.headline(evaluation.schema());
    MetricValue value = evaluation.value(headline, new Subject.Whole());
    String shown =
        switch (value) {
          case MetricValue.Defined(double number) -> Cell.number(number).shown();
          case MetricValue.Undefined(String reason) -> "undefined: " + reason;
        };
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("figures", "Figures", List.of(whole())));
    for (Block.Table table : parts()) {
      sections.add(new Section(table.id() + "-section", table.caption(), List.of(table)));
    }
    return new Document(
        evaluated.name(),
        support(),
        headline + " " + shown,
        Tone.NEUTRAL,
        String.join("; ", evaluated.notes()) + ".",
        List.of(new Block.Fact("decided by", evaluated.decidedBy().words())),
        sections);
  }

  /** The same for programs: nested maps, lists and values. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("predictions", evaluated.name());
    json.put("schema", schema(evaluation.schema()));
    json.put("decided_by", evaluated.decidedBy().words());
    json.put("notes", evaluated.notes());
    List<Map<String, Object>> subjects = new ArrayList<>();
    for (Subject subject : evaluation.subjects()) {
      Map<String, Object> one = FigureJson.subject(subject);
      one.put("support", FigureJson.support(evaluation.support(subject)));
      one.put("metrics", metrics(subject));
      subjects.add(one);
    }
    json.put("subjects", subjects);
    return json;
  }

  private static Map<String, Object> schema(LabelSchema schema) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", schema.kind());
    json.put("labels", schema.names());
    return json;
  }

  private Map<String, Object> metrics(Subject subject) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    for (Compared figure : figuresOf(subject)) {
      metrics.put(
          figure.question().metric().name(), FigureJson.estimate(figure.estimate().candidate()));
    }
    return metrics;
  }
}
