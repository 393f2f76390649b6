package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import dev.assay.pipeline.verdict.ComparisonJson;
import dev.assay.pipeline.verdict.PairedCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A comparison for readers: as tables, as JSON. */
public final class ComparisonReport {

  private final Comparison comparison;

  /** The report of a comparison. */
  public ComparisonReport(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * The figures of both sides as a whole.
   *
   * @param id the id of the table
   */
  public Block.Table whole(String id) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Compared figure : comparison.figures()) {
      if (figure.question().subject() instanceof Subject.Whole) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(figure.question().metric().name())));
        row.addAll(PairedCells.of(figure.estimate()));
        rows.add(row);
      }
    }
    List<String> columns = new ArrayList<>(List.of("metric"));
    columns.addAll(PairedCells.COLUMNS);
    return new Block.Table(id, "All rows", columns, rows);
  }

  /**
   * The F1 of every label, slice and group that was compared, and every other figure where F1 was
   * not asked for; empty where there is none.
   *
   * @param id the id of the table
   */
  public Optional<Block.Table> parts(String id) {
    List<Compared> ofParts =
        comparison.figures().stream()
            .filter(figure -> !(figure.question().subject() instanceof Subject.Whole))
            .toList();
    boolean f1Only = ofParts.stream().anyMatch(ComparisonReport::isF1);
    List<List<Cell>> rows = new ArrayList<>();
    for (Compared figure : ofParts) {
      if (!f1Only || isF1(figure)) {
        List<Cell> row =
            new ArrayList<>(
                List.of(
                    Cell.text(figure.question().subject().toString()),
                    Cell.text(figure.question().metric().name()),
                    Cell.count(figure.support().events())));
        row.addAll(PairedCells.of(figure.estimate()));
        rows.add(row);
      }
    }
    List<String> columns = new ArrayList<>(List.of("subject", "metric", "events"));
    columns.addAll(PairedCells.COLUMNS);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Table(id, "Labels, slices and groups", columns, rows));
  }

  private static boolean isF1(Compared figure) {
    Metric metric = figure.question().metric();
    boolean plainOrMacro =
        metric.averaging() == Averaging.NONE || metric.averaging() == Averaging.MACRO;
    return metric.measure() == Measure.F_BETA && metric.beta() == 1 && plainOrMacro;
  }

  /** What the comparison rests on, in a line. */
  public String basis() {
    return "%,d rows on both sides; intervals of 95%% over %s"
        .formatted(comparison.basis().rows(), comparison.basis().dependence());
  }

  /** The same for programs: nested maps, lists and values. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", comparison.holdout());
    json.put("rows", comparison.basis().rows());
    ComparisonJson.addBasis(comparison.basis(), json);
    ComparisonJson.addFigures(comparison, json);
    return json;
  }
}
