package dev.assay.pipeline.fold;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.source.FileHash;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import java.io.UncheckedIOException;
import java.nio.file.Path;

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

  /**
   * A hash that is the same for procedures that give the same scores and cuts. What is in the files
   * that training reads belongs to it, since settings say their paths alone.
   *
   * @throws InvalidInputException where such a file cannot be read
   */
  public String key() {
    Sha256 key =
        new Sha256()
            .add(trainer.name())
            .add(settings.asMap().toString())
            .add(Long.toString(seed))
            .add(decision.toString());
    for (String material : trainer.materials(settings)) {
      key.add(contentOf(material));
    }
    return key.hex();
  }

  private static String contentOf(String material) {
    try {
      return FileHash.sha256(Path.of(material));
    } catch (UncheckedIOException e) {
      throw new InvalidInputException(
          material,
          "cannot be read, and a model is to be trained with it again for left-out groups.",
          "Put it back, or take the holdouts of left-out groups out.");
    }
  }
}
