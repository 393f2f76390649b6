package dev.assay.core.model;

import dev.assay.core.example.Dataset;
import dev.assay.core.prediction.Folds;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import java.util.List;
import java.util.Optional;

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
   * The precisions that the weights of its models can be stored in, the one that they are trained
   * and scored in first; empty where there is one form only.
   */
  default List<String> precisions(Settings settings) {
    return List.of();
  }

  /**
   * Why nobody knows what its models were trained on, in words that can stand in a verdict; empty
   * where they learn from the training data and nothing else.
   */
  default Optional<String> trainedElsewhere(Settings settings) {
    return settings.innerTrainers().stream()
        .flatMap(
            inner ->
                inner.trainer().trainedElsewhere(inner.settings()).stream()
                    .map(reason -> "%s within it: %s".formatted(inner.trainer().name(), reason)))
        .findFirst();
  }

  /**
   * Why its models cannot be judged on groups that are left out of training, in words: their
   * weights, or those that they start from, may have seen these groups. Empty where they learn from
   * the training data and nothing else.
   */
  default Optional<String> seenBefore(Settings settings) {
    return trainedElsewhere(settings)
        .or(
            () ->
                settings
                    .startsFrom()
                    .map(run -> "the weights of the run '" + run + "' have seen the groups"));
  }

  /**
   * The paths of the files that training reads beside the data. Two runs of one experiment are the
   * same run only where these are the same, too.
   */
  default List<String> materials(Settings settings) {
    return settings.innerTrainers().stream()
        .flatMap(inner -> inner.trainer().materials(inner.settings()).stream())
        .toList();
  }

  /**
   * Tells what in the data does not suit this trainer, before anything is trained or put on record.
   * Takes little time: what it lets pass may still be refused by {@link #train}.
   *
   * @throws InvalidInputException naming everything that is wrong
   */
  default void check(TrainingData data, Settings settings, long seed) {}

  /**
   * Trains one model. A trainer that takes long keeps its state, and ends with the same weights
   * whether it was broken off meanwhile or not; one that can go on from another model's weights has
   * the setting {@value Settings#CONTINUE_FROM}.
   *
   * @param data examples to learn from, and to stop early on
   * @param settings values for all of {@link #settings()}
   * @param seed the seed of everything random; the same data, settings, seed and thread count give
   *     the same weights
   * @param context whom to tell of every round, where to keep state, what to start from
   * @throws InvalidInputException where the data do not suit this trainer, e.g. a text column for
   *     boosted trees, or the start does not fit
   */
  Fitted train(TrainingData data, Settings settings, long seed, TrainingContext context);

  /** Trains one model that starts anew and keeps no state. */
  default Fitted train(TrainingData data, Settings settings, long seed, Progress progress) {
    return train(data, settings, seed, TrainingContext.of(progress));
  }

  /**
   * Tells where the weights of an earlier model cannot be gone on from, before anything is trained.
   *
   * @throws InvalidInputException naming every difference
   */
  default void checkStart(TrainingData data, Settings settings, EarlierModel start) {}

  /**
   * Trains the model to be shipped on all rows, once a model trained on a part of them was judged:
   * what was picked on validation stays as it was picked, and nothing is picked anew.
   *
   * @param all examples to learn from, validation and held-out ones among them
   * @param settings those that the judged model was trained with
   * @param judged what training with these settings gave; its model is still open
   * @param seed the seed of the judged model
   * @param context whom to tell, where to keep state, what the judged model started from
   * @return a model without validation scores: {@code (0, k)}
   */
  default Fitted refit(
      Dataset all, Settings settings, Fitted judged, long seed, TrainingContext context) {
    Dataset none = all.select(new int[0]);
    return train(new TrainingData(all, none, Folds.single(0)), settings, seed, context);
  }

  /** Refits a model that started anew, and keeps no state. */
  default Fitted refit(
      Dataset all, Settings settings, Fitted judged, long seed, Progress progress) {
    return refit(all, settings, judged, seed, TrainingContext.of(progress));
  }

  /**
   * Prepares the training of one configuration on many subsets of the same examples, as holdouts of
   * left-out groups need it. A trainer that shares work between the subsets overrides this.
   *
   * @param examples the examples that the rows of all folds are of
   * @param settings values for all of {@link #settings()}; every fold trains on one thread whatever
   *     they say, since folds are trained side by side
   * @param seed the seed of everything random, the same in each fold
   * @throws InvalidInputException where {@linkplain #seenBefore the groups may have been seen}
   */
  default FoldTrainer folds(Dataset examples, Settings settings, long seed) {
    Optional<String> seen = seenBefore(settings);
    if (seen.isPresent()) {
      throw new InvalidInputException(
          "train",
          "groups cannot be left out: " + seen.get() + ".",
          "Train a model from its beginning, or leave out the holdouts of left-out groups.");
    }
    return new SelectedFolds(this, examples, settings, seed);
  }

  /**
   * Reads a model back from its files.
   *
   * @throws InvalidInputException where the files are damaged or of another trainer
   */
  Model read(ModelFiles files);
}
