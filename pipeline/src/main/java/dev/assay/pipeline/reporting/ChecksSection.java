package dev.assay.pipeline.reporting;

import dev.assay.core.gate.Decision;
import dev.assay.core.gate.GoalpostMove;
import dev.assay.core.gate.Verdict;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.verdict.ChecksTable;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;

/** Every check with what it rests on, and how the goalposts moved. */
final class ChecksSection {

  private ChecksSection() {}

  static Section of(CompletedRun run) {
    Verdict verdict = run.verdict();
    List<Block> blocks = new ArrayList<>();
    if (verdict.checks().isEmpty()) {
      blocks.add(new Block.Notice(Tone.BAD, "No gate is set, so nothing was checked."));
    } else {
      blocks.add(ChecksTable.of("checks-overview", "Each gate and how it came out", verdict));
    }
    ProspectTable.of(verdict).ifPresent(blocks::add);
    if (!verdict.checks().isEmpty()) {
      blocks.add(
          new Block.Prose(
              "Each table of evidence gives the interval of what its gate judges; those of the"
                  + " other figures stand in the sections below. Costs and degeneracy are measured"
                  + " on all that there is, without interval."));
    }
    if (!verdict.moves().isEmpty()) {
      blocks.add(moves(verdict));
    }
    Verdict former = verdict.underFormer();
    if (former != null) {
      blocks.add(underFormer(former));
    }
    for (int i = 0; i < verdict.checks().size(); i++) {
      EvidenceTable.of(i + 1, verdict.checks().get(i)).ifPresent(blocks::add);
    }
    return new Section("checks", "Checks", blocks);
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
    String decision = former.decision() == Decision.PROMOTE ? "promoted" : "held";
    return ChecksTable.of(
        "checks-under-former-goalposts",
        "The same candidate under the former goalposts: " + decision,
        former);
  }
}
