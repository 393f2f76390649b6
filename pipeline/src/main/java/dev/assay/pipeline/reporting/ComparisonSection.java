package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.ComparisonBasis;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Confusion;
import dev.assay.pipeline.trial.ChampionNoise;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.NoiseFigures;
import dev.assay.pipeline.verdict.PairedCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import java.util.ArrayList;
import java.util.List;

/** All metrics of candidate and champion on each set as a whole. */
final class ComparisonSection {

  private ComparisonSection() {}

  static Section of(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    for (Scored scored : ReadingOrder.all(run)) {
      blocks.add(new Block.Prose(basis(scored)));
      blocks.add(metrics(scored, run.noise()));
      McNemarTable.of(scored).ifPresent(blocks::add);
      if (scored.candidate().schema().size() == 1 && scored.champion().schema().size() == 1) {
        blocks.add(decisions(scored));
      }
    }
    return new Section("comparison", "Candidate against champion", blocks);
  }

  /** What the figures of a set rest on, in sentences. */
  static String basis(Scored scored) {
    ComparisonBasis basis = scored.comparison().basis();
    String left =
        switch (basis.exposure()) {
          case Exposure.Known(long candidate, long champion) when candidate + champion == 0 ->
              "Neither side was trained on any of them.";
          case Exposure.Known(long candidate, long champion) ->
              "Rows that the candidate (%,d) or the champion (%,d) was trained on have left."
                  .formatted(candidate, champion);
          case Exposure.Unknown(String reason) ->
              "Exposure unknown: %s; any row may have been trained on.".formatted(reason);
        };
    return "On %s both sides are scored on the same %,d rows, each at its own thresholds. %s Rows that depend on each other are drawn together (%s)."
        .formatted(scored.set().name(), basis.rows(), left, basis.dependence());
  }

  /**
   * The metrics of the catalogue with their differences, beside what the seed alone does where any
   * of that is on record.
   */
  private static Block.Table metrics(Scored scored, ChampionNoise noise) {
    String set = scored.set().name();
    boolean measured =
        scored.comparison().figures().stream()
            .anyMatch(compared -> noise.of(set, compared.question()).isPresent());
    List<List<Cell>> rows = new ArrayList<>();
    for (Compared compared : scored.comparison().figures()) {
      if (compared.question().subject() instanceof Subject.Whole) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(compared.question().metric().name()));
        cells.addAll(PairedCells.withIntervals(compared.estimate()));
        if (measured) {
          cells.add(
              NoiseFigures.cell(
                  compared.estimate().difference().value(), noise.of(set, compared.question())));
        }
        cells.add(
            DirectionMark.of(
                compared.question().metric(), compared.estimate().difference().interval()));
        rows.add(cells);
      }
    }
    List<String> columns = new ArrayList<>(List.of("metric"));
    columns.addAll(PairedCells.WITH_INTERVALS);
    if (measured) {
      columns.add(NoiseFigures.COLUMN);
    }
    columns.add("candidate is");
    return new Block.Table(
        BlockId.of("comparison", scored.set().name()),
        "Metrics on " + scored.set().name(),
        columns,
        rows);
  }

  private static Block.Table decisions(Scored scored) {
    return new Block.Table(
        BlockId.of("decisions", scored.set().name()),
        "Decisions on " + scored.set().name() + ", in rows",
        List.of("side", "true positives", "false positives", "false negatives", "true negatives"),
        List.of(
            decisions("champion", scored.champion()), decisions("candidate", scored.candidate())));
  }

  private static List<Cell> decisions(String side, Evaluation evaluation) {
    Confusion counts = evaluation.confusion(new Subject.Whole());
    return List.of(
        Cell.text(side),
        Cell.count(counts.truePositives()),
        Cell.count(counts.falsePositives()),
        Cell.count(counts.falseNegatives()),
        Cell.count(counts.trueNegatives()));
  }
}
