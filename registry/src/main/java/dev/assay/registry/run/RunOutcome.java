package dev.assay.registry.run;

import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.registry.history.HistoryRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a run leaves behind, written as one.
 *
 * @param run its record
 * @param judgements who was judged on what
 * @param scores what was scored on frozen holdouts
 * @param ledger what it measured for a ledger entry; null where it belongs to none
 * @param history what is to become of its candidate; null where it made none
 */
public record RunOutcome(
    RunRecord run,
    List<Judgement> judgements,
    List<RecordedScores> scores,
    @Nullable Measurement ledger,
    @Nullable HistoryRequest history) {

  /** Checks that the request is of this run, and copies the lists. */
  public RunOutcome {
    judgements = List.copyOf(judgements);
    scores = List.copyOf(scores);
    if (history != null && !run.runId().equals(history.runId())) {
      throw new IllegalArgumentException(
          "The run " + run.runId() + " asks for a change of the run " + history.runId() + ".");
    }
  }

  /**
   * What a run measured for a ledger entry.
   *
   * @param entryId the id of the entry, which must be planned
   * @param difference what changed in the effective configuration since the run it builds on
   * @param measured the effects measured
   */
  public record Measurement(
      String entryId, ConfigurationDifference difference, List<MeasuredEffect> measured) {
    /** Copies the list. */
    public Measurement {
      measured = List.copyOf(measured);
    }
  }
}
