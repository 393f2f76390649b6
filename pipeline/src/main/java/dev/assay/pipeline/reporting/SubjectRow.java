package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.statistics.PairedEstimate;
import dev.assay.pipeline.verdict.PairedCells;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * A label, slice or group in a row: what is told of it and the difference first, since a wide table
 * hides what stands at its end.
 */
final class SubjectRow {

  private static final int SIDES = 4;

  private SubjectRow() {}

  /**
   * The headers.
   *
   * @param noun what one subject is called
   * @param told what is told of each
   */
  static List<String> columns(String noun, String told) {
    List<String> figures = PairedCells.WITH_INTERVALS;
    List<String> columns = new ArrayList<>(List.of(noun, told));
    columns.addAll(figures.subList(SIDES, figures.size()));
    columns.addAll(List.of("rows", "positives", "events"));
    columns.addAll(figures.subList(0, SIDES));
    return columns;
  }

  /** The cells under {@link #columns}. */
  static List<Cell> of(Compared compared, Cell told) {
    PairedEstimate estimate = compared.estimate();
    List<Cell> figures = PairedCells.withIntervals(estimate);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(compared.question().subject().toString()));
    cells.add(told);
    cells.addAll(figures.subList(SIDES, figures.size()));
    cells.add(Cell.count(compared.support().rows()));
    cells.add(Cell.count(compared.support().positives()));
    cells.add(Cell.count(compared.support().events()));
    cells.addAll(figures.subList(0, SIDES));
    return cells;
  }

  /** Which way a difference goes, where its interval tells. */
  static List<Cell> directed(Compared compared) {
    return of(
        compared,
        DirectionMark.of(
            compared.question().metric(), compared.estimate().difference().interval()));
  }

  /** What the little support of a subject would show. */
  static List<Cell> scarce(Compared compared) {
    return of(compared, DetectableCell.of(compared));
  }
}
