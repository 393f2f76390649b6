package dev.assay.core.model;

/**
 * The value of a {@link Setting.InnerTrainer}.
 *
 * @param trainer the trainer that was named
 * @param settings values for all of its settings
 */
public record TrainerChoice(Trainer trainer, Settings settings) {

  /** The same trainer with settings that train on one thread. */
  TrainerChoice onOneThread() {
    return new TrainerChoice(trainer, settings.onOneThread());
  }
}
