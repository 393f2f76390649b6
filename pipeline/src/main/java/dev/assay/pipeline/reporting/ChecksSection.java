package dev.assay.pipeline.reporting;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Evidence;
import dev.assay.core.gate.GoalpostMove;
import dev.assay.core.gate.Verdict;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Every check with what it rests on, and how the goalposts moved. */
final class ChecksSection {

  private ChecksSection() {}

  static Section of(CompletedRun run) {
    Verdict verdict = run.verdict();
    List<Block> blocks = new ArrayList<>();
    if (verdict.checks().isEmpty()) {
      blocks.add(new Block.Notice(Tone.BAD, "No gate is set, so nothing was checked."));
    } else {
      blocks.add(overview(verdict));
    }
    if (!verdict.moves().isEmpty()) {
      blocks.add(moves(verdict));
    }
    Verdict former = verdict.underFormer();
    if (former != null) {
      blocks.add(underFormer(former));
    }
    for (int i = 0; i < verdict.checks().size(); i++) {
      Check check = verdict.checks().get(i);
      if (!check.evidence().isEmpty()) {
        blocks.add(evidence(i + 1, check));
      }
    }
    return new Section("checks", "Checks", blocks);
  }

  private static Block.Table overview(Verdict verdict) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Check check : verdict.checks()) {
      rows.add(
          List.of(
              Cell.text(check.gate().name()),
              StandingMarks.of(check),
              Cell.text(check.sentence())));
    }
    return new Block.Table(
        "checks-overview", "Each gate and how it came out", List.of("gate", "outcome", "why"), rows);
  }

  private static Block.Table moves(Verdict verdict) {
    List<List<Cell>> rows = new ArrayList<>();
    for (GoalpostMove move : verdict.moves()) {
      Cell kind =
          switch (move.kind()) {
            case LOOSENED -> new Cell.Mark("loosened", Tone.WARNING);
            case TIGHTENED -> new Cell.Mark("tightened", Tone.NEUTRAL);
          };
      rows.add(List.of(Cell.text(move.what()), kind, Cell.text(move.words())));
    }
    return new Block.Table(
        "goalpost-moves",
        "How the goalposts moved since the last run of this experiment",
        List.of("what", "moved", "how"),
        rows);
  }

  private static Block.Table underFormer(Verdict former) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Check check : former.checks()) {
      rows.add(
          List.of(
              Cell.text(check.gate().name()),
              StandingMarks.of(check),
              Cell.text(check.sentence())));
    }
    return new Block.Table(
        "checks-under-former-goalposts",
        "The same candidate under the former goalposts: "
            + (former.decision() == Verdict.Decision.PROMOTE ? "promoted" : "held"),
        List.of("gate", "outcome", "why"),
        rows);
  }

  private static Block.Table evidence(int number, Check check) {
    List<List<Cell>> rows = check.evidence().stream().map(ChecksSection::row).toList();
    return new Block.Table(
        BlockId.numbered("evidence", number, check.gate().name()),
        check.gate().name() + ": " + check.gate().words(),
        List.of(
            "holdout", "of", "measured", "champion", "candidate", "difference", "95% interval",
            "events", "bound", "standing", "note"),
        rows);
  }

  private static List<Cell> row(Evidence row) {
    boolean change = row.bound().startsWith("may lose") || row.bound().startsWith("must gain");
    boolean counted = row.figures().support().rows() > 0;
    return List.of(
        Cell.text(row.place().holdout()),
        Cell.text(row.place().subject().toString()),
        Cell.text(row.place().measured()),
        FigureCells.value(row.figures().champion()),
        FigureCells.value(row.figures().candidate()),
        FigureCells.difference(row.figures().difference()),
        change
            ? FigureCells.differenceInterval(row.figures().interval())
            : FigureCells.interval(row.figures().interval()),
        counted ? Cell.count(row.figures().support().events()) : new Cell.Missing("no rows"),
        Cell.text(row.bound()),
        StandingMarks.of(row.standing()),
        Cell.textOrNothing(Objects.requireNonNullElse(row.note(), "")));
  }
}
