package dev.assay.core.model;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The trainers on the class path. */
public final class Trainers {

  private Trainers() {}

  /**
   * All trainers by name, in alphabetical order.
   *
   * @throws IllegalStateException where two have one name
   */
  public static Map<String, Trainer> byName() {
    Map<String, Trainer> trainers = new TreeMap<>();
    for (Trainer trainer : ServiceLoader.load(Trainer.class)) {
      Trainer other = trainers.put(trainer.name(), trainer);
      if (other != null) {
        throw new IllegalStateException(
            "Two trainers are called '%s': %s and %s."
                .formatted(trainer.name(), other.getClass(), trainer.getClass()));
      }
    }
    return trainers;
  }

  /**
   * The trainers that can be the setting of another one, by name in alphabetical order: those that
   * take no further trainer themselves, so that settings end somewhere.
   */
  public static Map<String, Trainer> inner() {
    Map<String, Trainer> trainers = byName();
    trainers
        .values()
        .removeIf(
            trainer ->
                trainer.settings().stream()
                    .anyMatch(
                        setting ->
                            setting instanceof Setting.InnerTrainer
                                || setting instanceof Setting.InnerTrainers));
    return trainers;
  }
}
