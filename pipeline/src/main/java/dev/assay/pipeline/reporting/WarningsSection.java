package dev.assay.pipeline.reporting;

import dev.assay.core.gate.Verdict;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.report.document.Block;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must not be overlooked: reasons to hold, warnings and the checks of a refit. */
final class WarningsSection {

  private WarningsSection() {}

  static Optional<Section> of(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    Verdict verdict = run.verdict();
    verdict.reasonsToHold().forEach(r -> blocks.add(new Block.Notice(Tone.BAD, r)));
    verdict.warnings().forEach(w -> blocks.add(new Block.Notice(Tone.WARNING, w)));
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("warnings", title(verdict), blocks));
  }

  private static String title(Verdict verdict) {
    return verdict.reasonsToHold().isEmpty() ? "Warnings" : "Reasons and warnings";
  }
}
