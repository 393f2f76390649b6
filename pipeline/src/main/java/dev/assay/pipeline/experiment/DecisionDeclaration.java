package dev.assay.pipeline.experiment;

import dev.assay.core.calibration.CalibrationMethod;
import dev.assay.core.threshold.Bounds;
import dev.assay.core.threshold.GroupShift;
import dev.assay.core.threshold.Objective;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How scores become decisions: how they are calibrated and what the cuts maximise, both on
 * validation only.
 *
 * @param calibration how scores are calibrated
 * @param objective what a cut is chosen for
 * @param bounds where a cut may lie unless its label says otherwise
 * @param labelBounds where the cuts of single labels may lie
 * @param byGroup how cuts are shifted for each group; empty where all groups share them
 */
public record DecisionDeclaration(
    CalibrationMethod calibration,
    Objective objective,
    Bounds bounds,
    Map<String, Bounds> labelBounds,
    Optional<GroupShift> byGroup) {

  /** The best F1, uncalibrated, cuts anywhere. */
  public static final DecisionDeclaration STANDARD =
      new DecisionDeclaration(CalibrationMethod.NONE, new Objective.FBeta(1), Bounds.ANY, Map.of());

  /** Copies the map, in alphabetical order. */
  public DecisionDeclaration {
    labelBounds = Collections.unmodifiableMap(new TreeMap<>(labelBounds));
  }

  /** The same cuts for all groups. */
  public DecisionDeclaration(
      CalibrationMethod calibration,
      Objective objective,
      Bounds bounds,
      Map<String, Bounds> labelBounds) {
    this(calibration, objective, bounds, labelBounds, Optional.empty());
  }

  /** Cuts anywhere for an objective, uncalibrated. */
  public static DecisionDeclaration maximising(Objective objective) {
    return new DecisionDeclaration(CalibrationMethod.NONE, objective, Bounds.ANY, Map.of());
  }

  /** The same with bounds for further labels; what a label has of its own stays. */
  DecisionDeclaration within(Map<String, Bounds> further) {
    Map<String, Bounds> all = new TreeMap<>(further);
    all.putAll(labelBounds);
    return new DecisionDeclaration(calibration, objective, bounds, all, byGroup);
  }

  /** The same where some labels are no more, with no bounds for these. */
  public DecisionDeclaration without(Set<String> labels) {
    Map<String, Bounds> kept = new TreeMap<>(labelBounds);
    kept.keySet().removeAll(labels);
    return new DecisionDeclaration(calibration, objective, bounds, kept, byGroup);
  }

  /** Where the cut of a label may lie. */
  public Bounds boundsOf(String label) {
    return labelBounds.getOrDefault(label, bounds);
  }
}
