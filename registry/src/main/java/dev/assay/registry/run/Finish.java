package dev.assay.registry.run;

import dev.assay.registry.history.HistoryEvent;
import org.jspecify.annotations.Nullable;

/** What became of a run when it was written down; its record is kept in every case. */
public sealed interface Finish {

  /**
   * Its candidate is champion.
   *
   * @param event the event as recorded
   */
  record Promoted(HistoryEvent event) implements Finish {}

  /**
   * Its candidate was held.
   *
   * @param event the event as recorded
   */
  record Held(HistoryEvent event) implements Finish {}

  /**
   * Its verdict was to promote, but the champion had changed meanwhile; the candidate is noted as
   * held and must be judged against the present champion.
   *
   * @param champion the hash of the present champion; null where there is none
   * @param event the event as recorded
   */
  record LostRace(@Nullable String champion, HistoryEvent event) implements Finish {}

  /**
   * Its candidate is champion already; the history was not changed.
   *
   * @param champion its hash
   */
  record AlreadyChampion(String champion) implements Finish {}

  /** It made no candidate; the history was not changed. */
  record NoCandidate() implements Finish {}
}
