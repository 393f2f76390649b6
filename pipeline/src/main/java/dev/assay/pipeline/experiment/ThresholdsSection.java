package dev.assay.pipeline.experiment;

import dev.assay.core.calibration.CalibrationMethod;
import dev.assay.core.threshold.Bounds;
import dev.assay.core.threshold.GroupShift;
import dev.assay.core.threshold.Objective;
import dev.assay.pipeline.yaml.Quantity;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reads the section {@code thresholds} and the key {@code calibration}. */
final class ThresholdsSection {

  static final Map<String, CalibrationMethod> METHODS =
      Map.of(
          "none", CalibrationMethod.NONE,
          "sigmoid", CalibrationMethod.SIGMOID,
          "isotonic", CalibrationMethod.ISOTONIC);

  private ThresholdsSection() {}

  static DecisionDeclaration read(Section experiment) {
    return read(
        experiment, experiment.choice("calibration", METHODS).orElse(CalibrationMethod.NONE));
  }

  /** The same where scores are taken as they are. */
  static DecisionDeclaration uncalibrated(Section top) {
    return read(top, CalibrationMethod.NONE);
  }

  private static DecisionDeclaration read(Section top, CalibrationMethod method) {
    DecisionDeclaration standard = DecisionDeclaration.STANDARD;
    return top.section("thresholds")
        .map(section -> thresholds(section, method))
        .orElseGet(
            () ->
                new DecisionDeclaration(method, standard.objective(), standard.bounds(), Map.of()));
  }

  private static DecisionDeclaration thresholds(Section section, CalibrationMethod method) {
    Objective objective = objective(section);
    Bounds bounds = bounds(section, "within").orElse(Bounds.ANY);
    Map<String, Bounds> labels = new TreeMap<>();
    section
        .section("labels")
        .ifPresent(
            byLabel ->
                byLabel
                    .keys()
                    .forEach(label -> bounds(byLabel, label).ifPresent(b -> labels.put(label, b))));
    Optional<GroupShift> byGroup = section.section("by_group").map(ThresholdsSection::shift);
    section.done();
    return new DecisionDeclaration(method, objective, bounds, labels, byGroup);
  }

  /** The labels that have bounds of their own. */
  static List<LabelMention> mentions(Section top) {
    List<LabelMention> mentions = new ArrayList<>();
    if (top.value("thresholds").orElse(null) instanceof YamlValue.Mapping thresholds
        && thresholds.entries().get("labels") instanceof YamlValue.Mapping labels) {
      labels
          .entries()
          .forEach(
              (label, bounds) ->
                  mentions.add(new LabelMention(bounds.place(), "thresholds.labels", label)));
    }
    return mentions;
  }

  private static GroupShift shift(Section section) {
    double shrinkage = section.number("shrinkage", 0, 1e9).orElse(GroupShift.DEFAULT_SHRINKAGE);
    section.done();
    return new GroupShift(shrinkage);
  }

  private static Objective objective(Section section) {
    Optional<Objective> best =
        section.quantity("maximise", "f1 or another F-beta such as f2", Objectives::parse);
    OptionalDouble recall = section.share("recall_at_least");
    OptionalDouble precision = section.share("precision_at_least");
    Optional<Objective> cost = section.section("cost").flatMap(costs -> cost(section, costs));
    section.atMostOneOf(
        "Keep one of them.", List.of("maximise", "recall_at_least", "precision_at_least", "cost"));
    if (recall.isPresent()) {
      return new Objective.RecallAtLeast(recall.getAsDouble());
    }
    if (precision.isPresent()) {
      return new Objective.PrecisionAtLeast(precision.getAsDouble());
    }
    return cost.or(() -> best).orElse(DecisionDeclaration.STANDARD.objective());
  }

  /** What mistakes cost, or empty with a problem noted where none costs anything. */
  private static Optional<Objective> cost(Section section, Section costs) {
    double falsePositive = costs.number("false_positive", 0, 1e9).orElse(1);
    double falseNegative = costs.number("false_negative", 0, 1e9).orElse(1);
    costs.done();
    if (falsePositive + falseNegative == 0) {
      section.problem("cost", "is 0 for both mistakes.", "Say what one of them costs.");
      return Optional.empty();
    }
    return Optional.of(new Objective.Cost(falsePositive, falseNegative));
  }

  /** A range of cuts under a key. */
  static Optional<Bounds> bounds(Section section, String key) {
    return section
        .quantity(key, "a range within 0..1, such as 0.20..0.60", Quantity::range)
        .filter(range -> range.low() >= 0 && range.high() <= 1)
        .map(range -> new Bounds(range.low(), range.high()));
  }
}
