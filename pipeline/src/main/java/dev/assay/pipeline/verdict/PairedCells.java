package dev.assay.pipeline.verdict;

import dev.assay.core.statistics.PairedEstimate;
import dev.assay.report.document.Cell;
import java.util.List;

/** The figures of champion and candidate, their difference and its interval, as four cells. */
public final class PairedCells {

  /** The headers of the four. */
  public static final List<String> COLUMNS =
      List.of("champion", "candidate", "difference", "95% interval");

  private PairedCells() {}

  /** Where a side has no value its cell says why, and the difference need not say it again. */
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
