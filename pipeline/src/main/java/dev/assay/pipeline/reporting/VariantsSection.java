package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.statistics.PairedEstimate;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.VariantTrial;
import dev.assay.pipeline.verdict.PairedCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The precisions that the trained weights were stored in, each at thresholds of its own. */
final class VariantsSection {

  private static final double MEGABYTE = 1e6;

  private VariantsSection() {}

  static Optional<Section> of(CompletedRun run) {
    if (run.variants().isEmpty()) {
      return Optional.empty();
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (VariantTrial trial : run.variants()) {
      for (Comparison comparison : trial.comparisons()) {
        trial.on(comparison).ifPresent(estimate -> rows.add(row(trial, comparison, estimate)));
      }
    }
    return Optional.of(
        new Section(
            "precisions",
            "Precisions",
            List.of(
                new Block.Prose(
                    "The trained weights, stored in several precisions: each with thresholds chosen"
                        + " for it, beside the weights as they were trained. The verdict is about"
                        + " the one that is served; a refused one cannot be."),
                new Block.Table(
                    "precision-figures",
                    "Each precision beside the weights as they were trained",
                    List.of(
                        "precision",
                        "on",
                        "metric",
                        "MB",
                        "as trained",
                        "its figure",
                        "difference",
                        "95% interval",
                        "largest fall of f1",
                        "outcome"),
                    rows))));
  }

  private static List<Cell> row(
      VariantTrial trial, Comparison comparison, PairedEstimate estimate) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(trial.precision()));
    cells.add(Cell.text(comparison.holdout()));
    cells.add(Cell.text(trial.headline().name()));
    cells.add(Cell.text("%.1f".formatted(trial.bytes() / MEGABYTE)));
    cells.addAll(PairedCells.of(estimate));
    cells.add(
        Cell.text(
            trial
                .worstDrop(comparison)
                .map(drop -> String.format(Locale.ROOT, "%.4f (%s)", drop.size(), drop.label()))
                .orElse("none")));
    cells.add(Cell.text(outcome(trial)));
    return cells;
  }

  private static String outcome(VariantTrial trial) {
    if (!trial.faults().isEmpty()) {
      return trial.served() ? "refused, though asked to be served" : "refused";
    }
    return trial.served() ? "served" : "would do";
  }
}
