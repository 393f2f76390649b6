package dev.assay.pipeline.ledger;

import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.core.ledger.Lesson;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.registry.Runs;
import dev.assay.registry.run.RunRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Drafts the next experiment file: the file of an entry's run, with what to try next as hypothesis
 * and without expectations, which the author states anew.
 */
public final class ExperimentDraft {

  private ExperimentDraft() {}

  /**
   * The text of the next experiment file.
   *
   * @throws InvalidInputException where the entry was not run, or names nothing to try next
   */
  public static String of(LedgerEntry entry, Runs runs) {
    Lesson lesson = entry.lesson();
    if (!(entry.state() instanceof LedgerState.Run run)) {
      throw new InvalidInputException(
          "ledger", "the entry " + entry.id() + " was not run.", "Run it first.");
    }
    if (lesson == null || lesson.next().isEmpty()) {
      throw new InvalidInputException(
          "ledger",
          "the entry " + entry.id() + " names nothing to try next.",
          "Write it down: assay ledger learn " + entry.id() + " --next '...'.");
    }
    RunRecord record =
        runs.run(run.runId())
            .orElseThrow(
                () -> new IllegalStateException("The run " + run.runId() + " is not on record."));
    return draft(record, lesson.next());
  }

  private static String draft(RunRecord record, List<String> next) {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i < next.size(); i++) {
      lines.add("# Another idea: " + next.get(i));
    }
    lines.add("name: " + record.experiment());
    lines.add(
        "hypothesis: \"" + next.getFirst().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    lines.add("builds_on: " + record.runId());
    lines.add("# expect:");
    lines.add("#   - { metric: f1, on: recent, change: 0.01..0.05 }");
    boolean skipping = false;
    for (String line : record.experimentText().lines().toList()) {
      boolean top = !line.isEmpty() && !Character.isWhitespace(line.charAt(0));
      if (top) {
        skipping = line.matches("(name|hypothesis|builds_on|expect):.*");
      }
      if (!skipping) {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }
}
