package dev.assay.pipeline.init;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user said of the columns; the rest is told from their names and values.
 *
 * @param label the column of the label
 * @param id the columns of the id; empty where nothing is said
 * @param time the column of the time
 * @param group the column of what rows depend on together
 * @param horizonDays how many days ahead the label looks
 */
public record RoleHints(
    Optional<String> label,
    List<String> id,
    Optional<String> time,
    Optional<String> group,
    OptionalInt horizonDays) {

  /** Nothing is said. */
  public static final RoleHints NONE =
      new RoleHints(
          Optional.empty(), List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty());

  /** Copies the list. */
  public RoleHints {
    id = List.copyOf(id);
  }
}
