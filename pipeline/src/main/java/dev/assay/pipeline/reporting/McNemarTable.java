package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.PairedDecisions;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.List;
import java.util.Optional;

/** How often both sides decide each label right on the same rows, and McNemar's test of that. */
final class McNemarTable {

  private McNemarTable() {}

  /** Empty where no label is shared. */
  static Optional<Block> of(Scored scored) {
    List<PairedDecisions> decisions = scored.comparison().decisions();
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Table(
                BlockId.of("mcnemar", scored.set().name()),
                "Rows of %s decided right, with McNemar's test, which takes all rows for independent"
                    .formatted(scored.set().name()),
                List.of(
                    "label",
                    "by both",
                    "by the candidate only",
                    "by the champion only",
                    "by none",
                    "p (mid-p)",
                    "p (exact)"),
                decisions.stream().map(McNemarTable::row).toList()));
  }

  private static List<Cell> row(PairedDecisions label) {
    return List.of(
        Cell.text(label.label()),
        Cell.count(label.bothRight()),
        Cell.count(label.onlyCandidate()),
        Cell.count(label.onlyChampion()),
        Cell.count(label.bothWrong()),
        Cell.number(label.mcNemar().midP()),
        Cell.number(label.mcNemar().exact()));
  }
}
