package dev.assay.core.model;

import dev.assay.core.progress.Progress;
import java.util.List;

/**
 * Trains models of one kind. Found by name through {@link java.util.ServiceLoader}; a trainer of
 * one's own plugs in the same way. Implementations load natives when first used, not when found.
 */
public interface Trainer {

  /** The name that an experiment file says after {@code with:}, such as {@code xgboost}. */
  String name();

  /** The settings that this trainer takes, with their defaults, in the order to be shown in. */
  List<Setting> settings();

  /**
   * Trains one model.
   *
   * @param data examples to learn from, and to stop early on
   * @param settings values for all of {@link #settings()}
   * @param seed the seed of everything random; the same data, settings, seed and thread count give
   *     the same weights
   * @param progress told of every round
   * @throws dev.assay.core.problem.InvalidInputException where the data do not suit this trainer,
   *     e.g. a text column for boosted trees
   */
  Fitted train(TrainingData data, Settings settings, long seed, Progress progress);

  /**
   * The settings to train on all rows with, once a model trained with these was judged: what was
   * picked on validation stays as it was picked, and nothing is picked anew.
   *
   * @param fitted what training with these settings gave
   */
  default Settings refitSettings(Settings settings, Fitted fitted) {
    return settings;
  }

  /**
   * Reads a model back from its files.
   *
   * @throws dev.assay.core.problem.InvalidInputException where the files are damaged or of another
   *     trainer
   */
  Model read(ModelFiles files);
}
