package dev.assay.registry.history;

import dev.assay.core.gate.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history; never changed and never removed.
 *
 * @param sequence its number, from 1 without a gap
 * @param kind what happened
 * @param bundle the hash of the bundle that it happened to: the new champion, or the candidate that
 *     was held
 * @param previousChampion the hash of the champion up to then; null where there was none
 * @param actor who did it
 * @param reason why, in words
 * @param runId the run that it came of; null where it came of none
 * @param verdict what the verdict of that run came to; null where there was none
 * @param at when
 */
public record HistoryEvent(
    long sequence,
    EventKind kind,
    String bundle,
    @Nullable String previousChampion,
    String actor,
    String reason,
    @Nullable String runId,
    @Nullable Decision verdict,
    Instant at) {

  /** The champion once this had happened; null where there was none yet. */
  public @Nullable String championAfter() {
    return kind == EventKind.HOLD ? previousChampion : bundle;
  }
}
