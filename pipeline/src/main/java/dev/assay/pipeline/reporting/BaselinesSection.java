package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.metric.Metric;
import dev.assay.pipeline.trial.BaselineTrial;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.verdict.PairedCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The candidate beside the simple models that Assay trained on the same parts. */
final class BaselinesSection {

  private BaselinesSection() {}

  static Optional<Section> of(CompletedRun run) {
    return run.baselines().isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("baselines", "Candidate against baselines", summary(run)));
  }

  /** The figures of every baseline on every set; nothing where there is no baseline. */
  static List<Block> summary(CompletedRun run) {
    if (run.baselines().isEmpty()) {
      return List.of();
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (BaselineTrial trial : run.baselines()) {
      for (Comparison comparison : trial.comparisons()) {
        comparison.figures().forEach(compared -> rows.add(row(trial, comparison, compared)));
      }
    }
    return List.of(
        new Block.Prose(
            "Simple models, trained on the same rows as the candidate, their thresholds chosen in "
                + "the same way. They gate nothing; a candidate that is no better than they are "
                + "does not pay for what it costs."),
        new Block.Table(
            "beside-baselines",
            "The candidate beside the baselines",
            List.of(
                "baseline",
                "on",
                "metric",
                "baseline's",
                "candidate's",
                "difference",
                "95% interval",
                "candidate is"),
            rows));
  }

  private static List<Cell> row(BaselineTrial trial, Comparison comparison, Compared compared) {
    Metric metric = compared.question().metric();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(trial.trainer()));
    cells.add(Cell.text(comparison.holdout()));
    cells.add(Cell.text(metric.name()));
    cells.addAll(PairedCells.of(compared.estimate()));
    cells.add(DirectionMark.of(metric, compared.estimate().difference().interval()));
    return cells;
  }
}
