package dev.assay.pipeline.run;

import dev.assay.core.bundle.Provenance;
import dev.assay.pipeline.trial.Champion;
import dev.assay.pipeline.trial.Scored;
import dev.assay.registry.Judgements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the champion still scores a frozen holdout as it is on record. Where it does not, some
 * step between its bundle and its scores changed, and no comparison with it can be trusted.
 */
final class Reproduction {

  private final Judgements judgements;
  private final Champion champion;
  private final Provenance now;

  Reproduction(Judgements judgements, Champion champion, Provenance now) {
    this.judgements = judgements;
    this.champion = champion;
    this.now = now;
  }

  /**
   * Why the run must hold: one sentence for each holdout whose recorded scores do not come back.
   */
  List<String> failures(List<Scored> scored) {
    List<String> failures = new ArrayList<>();
    for (Scored one : scored) {
      if (one.set().isFrozen()) {
        Optional<String> recorded = judgements.recordedScores(champion.hash(), one.set().hash());
        if (recorded.isPresent() && !recorded.get().equals(one.championScoresHash())) {
          failures.add(
              "the champion does not reproduce its recorded scores on '%s': %s"
                  .formatted(one.set().name(), changedStep()));
        }
      }
    }
    return failures;
  }

  /** Rows and weights are bound by hash, so what changed is what turns the one into the other. */
  private String changedStep() {
    Provenance then = champion.bundle().manifest().provenance();
    List<String> changes = new ArrayList<>();
    now.versions()
        .forEach(
            (name, version) -> {
              String former = then.versions().get(name);
              if (!version.equals(former)) {
                changes.add(name + " " + former + " became " + version);
              }
            });
    if (!then.machine().equals(now.machine())) {
      changes.add("machine '" + then.machine() + "' became '" + now.machine() + "'");
    }
    if (!then.codeFingerprint().equals(now.codeFingerprint())) {
      changes.add("Assay's own code changed");
    }
    return "rows and weights are the same by their hashes, so scoring changed ("
        + (changes.isEmpty()
            ? "no version did: scoring is not deterministic"
            : String.join("; ", changes))
        + ")";
  }
}
