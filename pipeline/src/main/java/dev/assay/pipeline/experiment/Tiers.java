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
 * @param weightPlaces where these weights stand, each as {@code file:line key}
 * @param gates what the tiers ask for
 * @param mentions the labels that the tiers name
 */
record Tiers(
    Map<String, List<String>> labels,
    Map<String, Bounds> bounds,
    Map<String, Double> positiveWeights,
    List<String> weightPlaces,
    List<Gate> gates,
    List<LabelMention> mentions) {

  /** No tiers. */
  static final Tiers NONE =
      new Tiers(Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());

  /** Copies the collections. */
  Tiers {
    labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    bounds = Map.copyOf(bounds);
    positiveWeights = Map.copyOf(positiveWeights);
    weightPlaces = List.copyOf(weightPlaces);
    gates = List.copyOf(gates);
    mentions = List.copyOf(mentions);
  }

  /** The labels of a tier that there is, as a gate looks at them. */
  static SubjectSelector selector(String tier, List<String> labels) {
    return new SubjectSelector.NamedLabels("tier " + tier, labels);
  }
}
