package dev.assay.pipeline.experiment;

import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import java.util.List;

/**
 * What is trained and how.
 *
 * @param trainer the trainer named after {@code with:}
 * @param settings values of all its settings
 * @param seeds at least one; the first is the candidate's, fixed before training, the others show
 *     how much the figures move by chance
 * @param shipment which model is served once the gates have passed
 */
public record TrainingDeclaration(
    Trainer trainer, Settings settings, List<Long> seeds, Shipment shipment) {

  /** Which model is served. */
  public enum Shipment {
    /** The one that was judged. */
    GATED,
    /** One trained anew on all rows, holdouts included, once the judged one has passed. */
    REFIT_ON_ALL
  }

  /** Copies the seeds and refuses none. */
  public TrainingDeclaration {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("Training needs a seed.");
    }
  }

  /** The seed of the candidate. */
  public long seed() {
    return seeds.getFirst();
  }
}
