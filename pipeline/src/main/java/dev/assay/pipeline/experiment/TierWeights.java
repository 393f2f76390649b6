package dev.assay.pipeline.experiment;

import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hands the weights that tiers give positives to the trainer that knows them, or to those of its
 * members that do. Weights that an experiment says label by label go before them.
 */
final class TierWeights {

  private static final String KEY = Settings.POSITIVE_WEIGHTS;

  private final Map<String, Double> weights;

  /**
   * The weights of tiers.
   *
   * @param weights by label
   */
  TierWeights(Map<String, Double> weights) {
    this.weights = weights;
  }

  /**
   * Adds them to what is said of a trainer.
   *
   * @param given its settings as the file says them; changed
   * @return whether it or a member of it knows them
   */
  boolean addTo(Trainer trainer, Map<String, Object> given) {
    boolean known = trainer.settings().stream().anyMatch(setting -> setting.name().equals(KEY));
    if (known) {
      merge(given);
    }
    for (Setting setting : trainer.settings()) {
      if (setting instanceof Setting.InnerTrainers inner
          && given.get(inner.name()) instanceof List<?> said) {
        List<Object> members = new ArrayList<>();
        for (Object member : said) {
          Map<String, Object> own = said(member, inner.trainer());
          Trainer of = Trainers.byName().get(String.valueOf(own.get(Setting.InnerTrainer.WITH)));
          boolean weighed = of != null && addTo(of, own);
          members.add(weighed ? own : member);
          known |= weighed;
        }
        given.put(inner.name(), members);
      }
    }
    return known;
  }

  /** A member as the file says it, a trainer's name alone or a mapping, as a mapping. */
  private static Map<String, Object> said(Object member, String standard) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put(Setting.InnerTrainer.WITH, member instanceof String name ? name : standard);
    if (member instanceof Map<?, ?> map) {
      map.forEach((key, value) -> own.put(String.valueOf(key), value));
    }
    return own;
  }

  private void merge(Map<String, Object> given) {
    Map<String, Object> all = new TreeMap<>(weights);
    switch (given.get(KEY)) {
      case null -> given.put(KEY, all);
      case Map<?, ?> own -> {
        own.forEach((label, weight) -> all.put(String.valueOf(label), weight));
        given.put(KEY, all);
      }
      default -> {
        // Another type, which is told where settings are checked.
      }
    }
  }
}
