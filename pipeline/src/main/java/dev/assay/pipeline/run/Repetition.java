package dev.assay.pipeline.run;

import dev.assay.core.gate.Decision;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.registry.Registry;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the repetition of a recorded run finds: whether it comes out the same, and still holds. */
final class Repetition {

  private final Registry registry;
  private final RunRecord recorded;

  Repetition(Registry registry, RunRecord recorded) {
    this.registry = registry;
    this.recorded = recorded;
  }

  /**
   * How it ends.
   *
   * @param verdictJson the verdict as it was computed now
   */
  RunEnding ending(CompletedRun run, String verdictJson) {
    String before =
        new String(registry.objects().get(recorded.verdictObject()), StandardCharsets.UTF_8);
    if (!before.equals(verdictJson)) {
      return new RunEnding.Irreproducible(VerdictDifference.between(before, verdictJson));
    }
    return run.verdict().decision() == Decision.HOLD ? new RunEnding.Repeated() : standing(run);
  }

  /** What became of a candidate that passed. */
  private RunEnding standing(CompletedRun run) {
    String candidate = run.candidateHash();
    if (registry.history().champion().filter(candidate::equals).isPresent()) {
      return new RunEnding.Repeated();
    }
    return lastDisplacement(registry.history().events(), candidate)
        .<RunEnding>map(RunEnding.NoLongerChampion::new)
        .orElseGet(RunEnding.NeverChampion::new);
  }

  /** What last took the champion's place away from a bundle; empty where it never had it. */
  private static Optional<HistoryEvent> lastDisplacement(
      List<HistoryEvent> events, String candidate) {
    return events.stream()
        .filter(event -> candidate.equals(event.previousChampion()))
        .filter(event -> !candidate.equals(event.championAfter()))
        .reduce((earlier, later) -> later);
  }
}
