package dev.assay.registry.history;

/** What the history says of a bundle: whether it may be served. */
public sealed interface Standing {

  /**
   * It is champion, or was until another one took its place by passing its gates.
   *
   * @param by how it came to be champion: a baseline, a promotion, a forced one, or a rollback to
   *     it
   */
  record Promoted(HistoryEvent by) implements Standing {}

  /**
   * Its verdict was to hold, or another champion came before it.
   *
   * @param by the latest time that it was held
   */
  record Held(HistoryEvent by) implements Standing {}

  /**
   * It was champion, and somebody took the place from it again.
   *
   * @param by the rollback
   */
  record RolledBack(HistoryEvent by) implements Standing {}

  /** No verdict was ever given on it. */
  record Unjudged() implements Standing {}
}
