package dev.assay.pipeline.reporting;

import dev.assay.data.leak.LeakKind;
import dev.assay.data.leak.LeakReport;
import dev.assay.data.parts.Assignment;
import dev.assay.data.parts.Fate;
import dev.assay.data.parts.Part;
import dev.assay.data.parts.Quarantined;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;

/** Which examples went where, and whether anything leaks. */
final class PartsSection {

  private PartsSection() {}

  static Section of(CompletedRun run) {
    Assignment assignment = run.split().assignment();
    List<Block> blocks = new ArrayList<>();
    blocks.add(parts(assignment));
    if (!assignment.quarantined().isEmpty()) {
      blocks.add(
          new Block.Notice(
              Tone.WARNING,
              "%,d new rows link two parts and are in none."
                  .formatted(assignment.quarantined().size())));
      blocks.add(quarantined(assignment.quarantined()));
    }
    if (!run.split().leaks().isEmpty()) {
      blocks.add(leaks(run.split().leaks()));
    }
    return new Section("parts", "Parts and leaks", blocks);
  }

  /** The rows of each part. */
  static Block.Table parts(Assignment assignment) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Part part : Part.values()) {
      rows.add(
          List.of(
              Cell.text(part.word()),
              Cell.count(assignment.count(part, Fate.KEPT)),
              Cell.count(assignment.count(part, Fate.PURGED)),
              Cell.count(assignment.count(part, Fate.DROPPED_LEAKING))));
    }
    return new Block.Table(
        "parts-overview",
        "Examples outside of the holdouts",
        List.of("part", "kept", "purged near a part that judges", "dropped as leaking"),
        rows);
  }

  private static Block.Table quarantined(List<Quarantined> quarantined) {
    return new Block.Table(
        "quarantined",
        "Quarantined rows",
        List.of("id", "why"),
        quarantined.stream()
            .map(row -> List.of(Cell.text(row.id()), Cell.text(row.reason())))
            .toList());
  }

  private static Block.Table leaks(List<LeakReport> reports) {
    List<List<Cell>> rows = new ArrayList<>();
    for (LeakReport report : reports) {
      rows.add(
          List.of(
              Cell.text(report.other()),
              Cell.count(report.count(LeakKind.SAME_ID)),
              Cell.count(report.count(LeakKind.DERIVED)),
              Cell.count(report.count(LeakKind.SAME_CONTENT)),
              Cell.count(report.count(LeakKind.NEAR_DUPLICATE)),
              Cell.count(report.commonRows())));
    }
    return new Block.Table(
        "leaks",
        "What of each set that judges is in training too, in pairs",
        List.of(
            "set",
            "same id",
            "derived",
            "same content",
            "near-duplicates",
            "too common to compare"),
        rows);
  }
}
