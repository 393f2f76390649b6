package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.statistics.PairedEstimate;
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

  private static final List<String> COLUMNS =
      List.of("baseline", "its figure", "candidate", "difference", "95% interval", "candidate is");

  private BaselinesSection() {}

  static Optional<Section> of(CompletedRun run) {
    if (run.baselines().isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>(summary(run));
    run.baselines().forEach(trial -> trial.comparisons().forEach(c -> blocks.add(all(trial, c))));
    return Optional.of(new Section("baselines", "Candidate against baselines", blocks));
  }

  /** The headline figure of every baseline on every set; nothing where there is no baseline. */
  static List<Block> summary(CompletedRun run) {
    List<List<Cell>> rows = new ArrayList<>();
    for (BaselineTrial trial : run.baselines()) {
      for (Comparison comparison : trial.comparisons()) {
        trial.on(comparison).ifPresent(estimate -> rows.add(row(trial, comparison, estimate)));
      }
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> columns = new ArrayList<>(List.of("on", "metric"));
    columns.addAll(COLUMNS);
    return List.of(
        new Block.Prose(
            "Simple models, trained on the same rows as the candidate, their thresholds chosen in "
                + "the same way. They gate nothing; a candidate that is no better than they are "
                + "does not pay for what it costs."),
        new Block.Table("baselines", "The candidate beside the baselines", columns, rows));
  }

  private static List<Cell> row(
      BaselineTrial trial, Comparison comparison, PairedEstimate estimate) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(comparison.holdout()));
    cells.add(Cell.text(trial.headline().name()));
    cells.add(Cell.text(trial.trainer()));
    cells.addAll(PairedCells.of(estimate));
    cells.add(DirectionMark.of(trial.headline(), estimate.difference().interval()));
    return cells;
  }

  /** All metrics of a set as a whole. */
  private static Block.Table all(BaselineTrial trial, Comparison comparison) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Compared compared : comparison.figures()) {
      if (compared.question().subject() instanceof Subject.Whole) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(compared.question().metric().name()));
        cells.addAll(PairedCells.of(compared.estimate()));
        cells.add(
            DirectionMark.of(
                compared.question().metric(), compared.estimate().difference().interval()));
        rows.add(cells);
      }
    }
    List<String> columns = new ArrayList<>(List.of("metric", trial.trainer()));
    columns.addAll(COLUMNS.subList(2, COLUMNS.size()));
    return new Block.Table(
        BlockId.of("baseline-" + trial.trainer(), comparison.holdout()),
        "%s and the candidate on %s".formatted(trial.trainer(), comparison.holdout()),
        columns,
        rows);
  }
}
