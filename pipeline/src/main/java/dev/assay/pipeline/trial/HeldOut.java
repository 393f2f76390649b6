package dev.assay.pipeline.trial;

import dev.assay.core.example.Dataset;
import dev.assay.data.holdout.Holdout;
import dev.assay.data.holdout.HoldoutDefinition;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import dev.assay.pipeline.fold.GroupedHoldout;
import java.util.Optional;

/**
 * A set that candidate and champion are judged on: a holdout or the test part.
 *
 * @param name the name that gates call it by
 * @param hash the content hash of its examples: its identity from run to run
 * @param examples its rows, each with at least one known label
 * @param origin where it comes from
 */
public record HeldOut(String name, String hash, Dataset examples, Origin origin) {

  /** A holdout that was cut out of training. */
  public static HeldOut of(Holdout holdout) {
    Dataset examples = holdout.examples();
    return new HeldOut(holdout.name(), examples.fingerprint(), examples, new Origin.Cut(holdout));
  }

  /** The test part. */
  public static HeldOut ofTest(Dataset examples) {
    return new HeldOut(
        HoldoutDeclaration.TEST, examples.fingerprint(), examples, new Origin.TestPart());
  }

  /**
   * A holdout of left-out groups.
   *
   * @param examples the rows of these groups
   */
  public static HeldOut of(GroupedHoldout holdout, Dataset examples) {
    return new HeldOut(
        holdout.name(), examples.fingerprint(), examples, new Origin.LeftOut(holdout));
  }

  /** What was taken out of training for it; empty for the test part and for left-out groups. */
  public Optional<Holdout> cut() {
    return origin instanceof Origin.Cut(Holdout holdout) ? Optional.of(holdout) : Optional.empty();
  }

  /** Whether it is a snapshot that stays the same from run to run. */
  public boolean isFrozen() {
    return cut()
        .map(Holdout::definition)
        .filter(HoldoutDefinition.Frozen.class::isInstance)
        .isPresent();
  }
}
