package dev.assay.pipeline.verdict;

import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.PairedEstimate;
import dev.assay.report.document.Cell;
import java.util.List;

/** The figures of champion and candidate and their difference, with intervals, as cells. */
public final class PairedCells {

  /** The headers of {@link #of}. */
  public static final List<String> COLUMNS =
      List.of("champion", "candidate", "difference", "95% interval");

  /** The headers of {@link #withIntervals}. */
  public static final List<String> WITH_INTERVALS =
      List.of(
          "champion",
          "champion 95% interval",
          "candidate",
          "candidate 95% interval",
          "difference",
          "95% interval");

  private PairedCells() {}

  /** Both figures and their difference, each with its interval. */
  public static List<Cell> withIntervals(PairedEstimate estimate) {
    List<Cell> figures = of(estimate);
    return List.of(
        figures.get(0),
        interval(estimate.champion()),
        figures.get(1),
        interval(estimate.candidate()),
        figures.get(2),
        figures.get(3));
  }

  /** The cell of a figure that has no value says why, and that of its interval need not. */
  private static Cell interval(Estimate figure) {
    return figure.value().isDefined()
        ? FigureCells.interval(figure.interval())
        : new Cell.Missing("");
  }

  /**
   * Both figures, their difference and its interval. Where a side has no value its cell says why,
   * and the difference need not say it again.
   */
  public static List<Cell> of(PairedEstimate estimate) {
    boolean both =
        estimate.champion().value().isDefined() && estimate.candidate().value().isDefined();
    Cell none = new Cell.Missing("");
    return List.of(
        FigureCells.value(estimate.champion().value()),
        FigureCells.value(estimate.candidate().value()),
        both ? FigureCells.difference(estimate.difference().value()) : none,
        both ? FigureCells.differenceInterval(estimate.difference().interval()) : none);
  }
}
