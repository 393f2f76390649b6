package dev.assay.pipeline.verdict;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Verdict;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.List;

/** The checks of a verdict as a table, a row each. */
public final class ChecksTable {

  private ChecksTable() {}

  /**
   * The table.
   *
   * @param id its id in a document
   * @param caption what it is called
   */
  public static Block.Table of(String id, String caption, Verdict verdict) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Check check : verdict.checks()) {
      rows.add(
          List.of(
              Cell.text(check.gate().name()),
              StandingMarks.of(check),
              Cell.text(check.sentence())));
    }
    return new Block.Table(id, caption, List.of("gate", "outcome", "evidence"), rows);
  }
}
