package dev.assay.pipeline.reporting;

import dev.assay.core.evaluation.Subject;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Scored;
import dev.assay.report.document.Block;
import dev.assay.report.document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Candidate and champion by label, by slice and by group. */
final class BreakdownSections {

  private BreakdownSections() {}

  /** By label; empty for a schema with one. */
  static Optional<Section> labels(CompletedRun run) {
    return section(run, "labels", "By label", "label", Subject.Label.class::isInstance);
  }

  /** By the levels of slice columns; empty where none is declared. */
  static Optional<Section> slices(CompletedRun run) {
    return section(run, "slices", "By slice", "slice", Subject.Slice.class::isInstance);
  }

  /** By group; empty where none is declared. */
  static Optional<Section> groups(CompletedRun run) {
    return section(run, "groups", "By group", "group", Subject.Group.class::isInstance);
  }

  private static Optional<Section> section(
      CompletedRun run, String id, String title, String noun, Predicate<Subject> subjects) {
    SubjectTables tables = new SubjectTables(id, noun);
    List<Block> blocks = new ArrayList<>();
    for (Scored scored : ReadingOrder.all(run)) {
      if (!(noun.equals("group") && LeftOutSection.tells(scored))) {
        blocks.addAll(tables.of(scored, subjects));
      }
    }
    return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section(id, title, blocks));
  }
}
