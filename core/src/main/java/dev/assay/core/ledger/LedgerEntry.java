package dev.assay.core.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One experiment of the ledger.
 *
 * @param plan what it set out to show, frozen before training
 * @param state how far it is, with what was measured
 * @param lesson what was learnt; null while nobody has written it down
 */
public record LedgerEntry(Plan plan, LedgerState state, @Nullable Lesson lesson) {

  /** The id of the entry. */
  public String id() {
    return plan.id();
  }

  /** What was measured for an expected effect; empty before the run, or where it was left out. */
  public Optional<MeasuredEffect> measured(ExpectedEffect expected) {
    List<MeasuredEffect> all =
        switch (state) {
          case LedgerState.Run run -> run.measured();
          case LedgerState.Planned planned -> List.of();
          case LedgerState.Superseded superseded -> List.of();
        };
    return all.stream()
        .filter(effect -> effect.metric().equals(expected.metric()))
        .filter(effect -> effect.holdout().equals(expected.holdout()))
        .findFirst();
  }

  /** How an expected effect compares with the measured one; undecided where none was measured. */
  public Agreement agreement(ExpectedEffect expected) {
    return measured(expected).map(expected::agreementWith).orElse(Agreement.UNDECIDED);
  }
}
