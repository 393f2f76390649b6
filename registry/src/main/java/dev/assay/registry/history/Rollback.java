package dev.assay.registry.history;

import org.jspecify.annotations.Nullable;

/** What became of a rollback. */
public sealed interface Rollback {

  /**
   * The former champion is champion again.
   *
   * @param event the event as recorded
   */
  record RolledBack(HistoryEvent event) implements Rollback {}

  /**
   * There is no champion to go back to; nothing was changed.
   *
   * @param champion the hash of the present champion; null where there is none
   */
  record NoFormerChampion(@Nullable String champion) implements Rollback {}
}
