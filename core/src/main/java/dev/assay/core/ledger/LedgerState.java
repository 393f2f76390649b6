package dev.assay.core.ledger;

import dev.assay.core.gate.Decision;
import java.time.Instant;
import java.util.List;

/** How far an experiment of the ledger is. */
public sealed interface LedgerState {

  /** Its plan is frozen; nothing has been measured. */
  record Planned() implements LedgerState {}

  /**
   * It was run.
   *
   * @param runId the id of the run
   * @param difference what changed in the effective configuration since the run that it builds on,
   *     computed from both
   * @param measured the effects measured, those expected first
   * @param outcome what its verdict came to
   * @param at when it was written down
   */
  record Run(
      String runId,
      ConfigurationDifference difference,
      List<MeasuredEffect> measured,
      Decision outcome,
      Instant at)
      implements LedgerState {

    /** Checks the id and copies the list. */
    public Run {
      if (runId.isBlank()) {
        throw new IllegalArgumentException("A run has an id.");
      }
      measured = List.copyOf(measured);
    }
  }

  /**
   * Another plan took its place before it was run.
   *
   * @param by the id of the entry that did
   * @param at when
   */
  record Superseded(String by, Instant at) implements LedgerState {}
}
