package dev.assay.core.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What was learnt from an experiment, and what to try next. A later one stands beside an earlier
 * one, and is the one that counts.
 *
 * @param text the lesson
 * @param next what to try next, each a sentence that can start the next hypothesis
 * @param actor who wrote it
 * @param at when
 */
public record Lesson(String text, List<String> next, String actor, Instant at) {

  /** Checks that something was learnt or is to be tried, and copies the list. */
  public Lesson {
    next = List.copyOf(next);
    if (text.isBlank() && next.isEmpty()) {
      throw new IllegalArgumentException("A lesson says what was learnt or what to try next.");
    }
    if (actor.isBlank()) {
      throw new IllegalArgumentException("A lesson has an author.");
    }
  }
}
