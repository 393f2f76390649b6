package dev.assay.pipeline.experiment;

import dev.assay.core.gate.Gate;
import dev.assay.core.gate.SubjectSelector;
import dev.assay.core.threshold.Bounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels by how much depends on them, each tier with bounds and gates of its own.
 *
 * @param labels the labels of each tier, by its name in the order of the file
 * @param bounds where the cuts of labels may lie, by label
 * @param positiveWeights how much positives weigh in training, by label
 * @param gates what the tiers ask for
 */
record Tiers(
    Map<String, List<String>> labels,
    Map<String, Bounds> bounds,
    Map<String, Double> positiveWeights,
    List<Gate> gates) {

  /** No tiers. */
  static final Tiers NONE = new Tiers(Map.of(), Map.of(), Map.of(), List.of());

  /** Copies the collections. */
  Tiers {
    labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    bounds = Map.copyOf(bounds);
    positiveWeights = Map.copyOf(positiveWeights);
    gates = List.copyOf(gates);
  }

  /** The labels of a tier that there is, as a gate looks at them. */
  static SubjectSelector selector(String tier, List<String> labels) {
    return new SubjectSelector.NamedLabels("tier " + tier, labels);
  }
}
