package dev.assay.registry.history;

import org.jspecify.annotations.Nullable;

/** What became of a promotion. */
public sealed interface Promotion {

  /**
   * The candidate is champion.
   *
   * @param event the event as recorded
   */
  record Promoted(HistoryEvent event) implements Promotion {}

  /**
   * The champion is no longer the one that the candidate was judged against; nothing was changed.
   *
   * @param champion the hash of the present champion; null where there is none
   */
  record LostRace(@Nullable String champion) implements Promotion {}

  /**
   * The candidate is champion already; nothing was changed.
   *
   * @param champion its hash
   */
  record AlreadyChampion(String champion) implements Promotion {}
}
