package dev.assay.pipeline.experiment;

import dev.assay.core.gate.ChangeGate;
import dev.assay.core.gate.ChangeLimit;
import dev.assay.core.gate.Gate;
import dev.assay.core.gate.Handling;
import dev.assay.core.gate.Inconclusive;
import dev.assay.core.gate.JudgedBy;
import dev.assay.core.gate.Limit;
import dev.assay.core.gate.MinimumSupport;
import dev.assay.core.gate.Target;
import dev.assay.core.gate.ValueGate;
import dev.assay.core.metric.Metric;
import dev.assay.core.threshold.Bounds;
import dev.assay.pipeline.yaml.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code tiers}: for each its labels, what each of these must reach on a holdout, what it may
 * lose against the champion, where its cut may lie, and how much its positives weigh in training.
 */
final class TiersSection {

  static final String POSITIVE_WEIGHT = "positive_weight";
  static final double LEAST_WEIGHT = 1e-3;
  static final double MOST_WEIGHT = 1e6;

  private final Section tiers;
  private final Optional<Set<String>> holdouts;
  private final Map<String, List<String>> labels = new LinkedHashMap<>();
  private final Map<String, String> tierOf = new HashMap<>();
  private final Map<String, Bounds> bounds = new HashMap<>();
  private final Map<String, Double> positiveWeights = new HashMap<>();
  private final List<String> weightPlaces = new ArrayList<>();
  private final List<Gate> gates = new ArrayList<>();
  private final List<LabelMention> mentions = new ArrayList<>();

  private TiersSection(Section tiers, Optional<Set<String>> holdouts) {
    this.tiers = tiers;
    this.holdouts = holdouts;
  }

  /**
   * Reads the tiers of a file.
   *
   * @param holdouts the names that tiers may look at; empty where any will do
   */
  static Tiers read(Section top, Optional<Set<String>> holdouts) {
    return top.section("tiers")
        .map(section -> new TiersSection(section, holdouts).read())
        .orElse(Tiers.NONE);
  }

  private Tiers read() {
    for (String name : tiers.keys()) {
      tiers.section(name).ifPresent(section -> tier(name, section));
    }
    tiers.done();
    return new Tiers(labels, bounds, positiveWeights, weightPlaces, gates, mentions);
  }

  private void tier(String name, Section tier) {
    List<String> named = tier.texts("labels");
    if (named.isEmpty()) {
      tier.problem("labels", "names no label.", "Write 'labels: [LABEL, ...]'.");
    }
    for (String label : named) {
      mentions.add(new LabelMention(tier.place("labels"), tier.name("labels"), label));
      String other = tierOf.putIfAbsent(label, name);
      if (other != null) {
        tier.problem("labels", "'" + label + "' is in tier " + other + " too.", "Keep one.");
      }
    }
    labels.put(name, named);
    ThresholdsSection.bounds(tier, "threshold")
        .ifPresent(range -> named.forEach(label -> bounds.put(label, range)));
    tier.number(POSITIVE_WEIGHT, LEAST_WEIGHT, MOST_WEIGHT)
        .ifPresent(
            weight -> {
              named.forEach(label -> positiveWeights.put(label, weight));
              weightPlaces.add(tier.place(POSITIVE_WEIGHT) + " " + tier.name(POSITIVE_WEIGHT));
            });
    List<String> on = tier.has("on") ? tier.texts("on") : List.of(HoldoutDeclaration.TEST);
    holdouts.ifPresent(
        known -> on.forEach(holdout -> ExperimentReader.checkHoldout(tier, holdout, known)));
    MinimumSupport support = GateSection.support(tier).orElse(MinimumSupport.NONE);
    Handling handling = new Handling(JudgedBy.POINT, Inconclusive.HOLDS);
    limits(tier, "at_least", name, on, support)
        .forEach(
            (target, least) ->
                gates.add(
                    new ValueGate(
                        "tier %s: %s".formatted(name, target.metric()),
                        target,
                        Limit.atLeast(least),
                        handling)));
    limits(tier, "lose_at_most", name, on, support)
        .forEach(
            (target, loss) ->
                gates.add(
                    new ChangeGate(
                        "tier %s: change of %s".formatted(name, target.metric()),
                        target,
                        ChangeLimit.loseAtMost(loss),
                        handling)));
    tier.done();
  }

  /** What a tier asks of metrics, by what is looked at, in the order of the file. */
  private Map<Target, Double> limits(
      Section tier, String key, String name, List<String> on, MinimumSupport support) {
    Map<Target, Double> limits = new LinkedHashMap<>();
    List<String> named = labels.getOrDefault(name, List.of());
    Optional<Section> metrics = tier.section(key);
    if (metrics.isEmpty() || named.isEmpty() || on.isEmpty()) {
      return limits;
    }
    Section section = metrics.get();
    for (String metric : section.keys()) {
      section
          .number(metric, 0, GateSection.ANY)
          .ifPresent(
              limit -> {
                try {
                  limits.put(
                      new Target(Metric.parse(metric), on, Tiers.selector(name, named), support),
                      limit);
                } catch (IllegalArgumentException e) {
                  section.problem(metric, "cannot be used: " + e.getMessage(), "");
                }
              });
    }
    section.done();
    return limits;
  }
}
