package dev.assay.pipeline.run;

import dev.assay.core.gate.Decision;
import dev.assay.core.gate.Verdict;
import dev.assay.registry.run.Finish;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run came to.
 *
 * @param runId its id
 * @param verdict its verdict
 * @param ending how it ended: written down, or as the repetition of a recorded run
 * @param folder where its reports are
 * @param candidate the hash of the candidate's bundle
 * @param champion the hash of the bundle that it was judged against
 * @param warnings what a reader must know, the verdict's warnings included
 */
public record RunResult(
    String runId,
    Verdict verdict,
    RunEnding ending,
    Path folder,
    String candidate,
    String champion,
    List<String> warnings) {

  /** Copies the list. */
  public RunResult {
    warnings = List.copyOf(warnings);
  }

  /** Whether the candidate passed and is champion now. */
  public boolean isPromoted() {
    return verdict.decision() == Decision.PROMOTE
        && switch (ending) {
          case RunEnding.Recorded(Finish finish) -> !(finish instanceof Finish.LostRace);
          case RunEnding.Repeated repeated -> true;
          case RunEnding.NoLongerChampion displaced -> false;
          case RunEnding.NeverChampion overtaken -> false;
          case RunEnding.Irreproducible differing -> false;
        };
  }

  /** Whether it repeats a recorded run and added nothing to the record. */
  public boolean isRepeated() {
    return !(ending instanceof RunEnding.Recorded);
  }
}
