package dev.assay.pipeline.reporting;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Evidence;
import dev.assay.core.gate.FurtherExamples;
import dev.assay.core.gate.Standing;
import dev.assay.core.gate.Verdict;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What would settle the evidence that is inconclusive, if its figures stay what they are. */
final class ProspectTable {

  private ProspectTable() {}

  /** Empty where nothing is open. */
  static Optional<Block> of(Verdict verdict) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Check check : verdict.checks()) {
      for (Evidence evidence : check.evidence()) {
        if (evidence.standing() == Standing.INCONCLUSIVE) {
          rows.add(row(check, evidence));
        }
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Table(
                "prospects",
                "What would settle what is inconclusive, if the figures stay what they are",
                List.of(
                    "gate",
                    "on",
                    "of",
                    "further rows",
                    "positives among them",
                    "events among them",
                    "further groups or labels",
                    "remark"),
                rows));
  }

  private static List<Cell> row(Check check, Evidence evidence) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(check.gate().name()));
    cells.add(Cell.text(evidence.place().holdout()));
    cells.add(Cell.text(evidence.place().measured() + " of " + evidence.place().subject()));
    Cell none = new Cell.Missing("");
    cells.addAll(
        switch (evidence.prospect().settledBy()) {
          case FurtherExamples.Rows(long rows, long positives, long events) ->
              List.of(Cell.count(rows), Cell.count(positives), Cell.count(events), none, none);
          case FurtherExamples.Subjects(long subjects) ->
              List.of(none, none, none, Cell.count(subjects), none);
          case FurtherExamples.Unknown(String reason) ->
              List.of(none, none, none, none, Cell.text(reason));
        });
    return cells;
  }
}
