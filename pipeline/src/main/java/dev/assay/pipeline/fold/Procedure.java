package dev.assay.pipeline.fold;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.pipeline.experiment.DecisionDeclaration;

/**
 * All that makes a bundle of examples: what grouped holdouts compare, since a single model cannot
 * be judged on groups that it was trained on.
 *
 * @param trainer what trains
 * @param settings its settings, every default included
 * @param seed the seed of its training
 * @param decision how calibration and cuts are chosen
 */
public record Procedure(
    Trainer trainer, Settings settings, long seed, DecisionDeclaration decision) {

  /** The same under another seed. */
  public Procedure withSeed(long other) {
    return new Procedure(trainer, settings, other, decision);
  }

  /** A hash that is the same for procedures that give the same scores and cuts. */
  public String key() {
    return new Sha256()
        .add(trainer.name())
        .add(settings.asMap().toString())
        .add(Long.toString(seed))
        .add(decision.toString())
        .hex();
  }
}
