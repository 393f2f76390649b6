package dev.assay.pipeline.run;

import dev.assay.core.gate.Decision;
import dev.assay.core.gate.Verdict;
import dev.assay.registry.run.Finish;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param runId its id
 * @param verdict its verdict
 * @param finish what the registry made of it; empty for a repetition of a recorded run, which adds
 *     nothing to the record
 * @param folder where its reports are
 * @param candidate the hash of the candidate's bundle
 * @param champion the hash of the bundle that it was judged against
 * @param warnings what a reader must know, the verdict's warnings included
 */
public record RunResult(
    String runId,
    Verdict verdict,
    Optional<Finish> finish,
    Path folder,
    String candidate,
    String champion,
    List<String> warnings) {

  /** Copies the list. */
  public RunResult {
    warnings = List.copyOf(warnings);
  }

  /** Whether the candidate is, or was when the run was first done, the new champion. */
  public boolean isPromoted() {
    boolean lost = finish.filter(Finish.LostRace.class::isInstance).isPresent();
    return verdict.decision() == Decision.PROMOTE && !lost;
  }
}
