package dev.assay.pipeline.trial;

import dev.assay.core.example.Dataset;
import dev.assay.data.holdout.Holdout;
import dev.assay.data.holdout.HoldoutDefinition;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import java.util.Optional;

/**
 * A set that candidate and champion are judged on: a holdout or the test part.
 *
 * @param name the name that gates call it by
 * @param hash the content hash of its examples: its identity from run to run
 * @param examples its rows, each with at least one known label
 * @param cut what was taken out of training for it; empty for the test part
 */
public record HeldOut(String name, String hash, Dataset examples, Optional<Holdout> cut) {

  public static HeldOut of(Holdout holdout) {
    Dataset examples = holdout.examples();
    return new HeldOut(holdout.name(), examples.fingerprint(), examples, Optional.of(holdout));
  }

  public static HeldOut ofTest(Dataset examples) {
    return new HeldOut(HoldoutDeclaration.TEST, examples.fingerprint(), examples, Optional.empty());
  }

  /** Whether it is a snapshot that stays the same from run to run. */
  public boolean isFrozen() {
    return cut.map(Holdout::definition)
        .filter(HoldoutDefinition.Frozen.class::isInstance)
        .isPresent();
  }
}
