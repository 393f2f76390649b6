package dev.assay.core.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment sets out to show. Frozen before training: nothing in it can be changed
 * afterwards, only superseded by another plan.
 *
 * @param id the id of the ledger entry
 * @param experiment the name of the experiment
 * @param hypothesis why the change should help, in the author's words
 * @param expected the effects expected; empty where none was stated
 * @param buildsOn the id of the run that it builds on; null for a first one
 * @param actor who planned it
 * @param frozenAt when it was frozen
 */
public record Plan(
    String id,
    String experiment,
    String hypothesis,
    List<ExpectedEffect> expected,
    @Nullable String buildsOn,
    String actor,
    Instant frozenAt) {

  /** Checks the names and copies the list. */
  public Plan {
    if (id.isBlank() || experiment.isBlank() || actor.isBlank()) {
      throw new IllegalArgumentException(
          "A plan has id, experiment and actor, not '%s', '%s', '%s'."
              .formatted(id, experiment, actor));
    }
    expected = List.copyOf(expected);
  }
}
