package dev.assay.core.model;

import dev.assay.core.progress.Progress;
import java.util.Optional;

/**
 * What surrounds a training: nothing of it but the start has a part in what is learned.
 *
 * @param progress told of every round
 * @param checkpoints where the training keeps its state while it lasts
 * @param start the model whose weights it starts from; empty where it starts anew
 */
public record TrainingContext(
    Progress progress, Checkpoints checkpoints, Optional<EarlierModel> start) {

  /** The context of a training that starts anew and keeps nothing. */
  public static TrainingContext of(Progress progress) {
    return new TrainingContext(progress, Checkpoints.NONE, Optional.empty());
  }
}
