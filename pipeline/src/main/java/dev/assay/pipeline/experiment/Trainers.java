package dev.assay.pipeline.experiment;

import dev.assay.core.model.Trainer;
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
}
