package dev.assay.core.gate;

import dev.assay.core.metric.Metric;
import java.util.List;

/**
 * What a gate looks at.
 *
 * @param metric the metric
 * @param holdouts the holdouts' names, at least one; the gate is applied to each
 * @param subjects whose figures
 * @param minimumSupport below it a subject is reported but not judged
 */
public record Target(
    Metric metric, List<String> holdouts, SubjectSelector subjects, MinimumSupport minimumSupport) {

  /** Copies the holdouts and refuses none or one that stands twice. */
  public Target {
    holdouts = checked(holdouts);
  }

  /** A metric of a whole holdout, whatever its support. */
  public static Target whole(Metric metric, String holdout) {
    return new Target(
        metric, List.of(holdout), new SubjectSelector.WholeHoldout(), MinimumSupport.NONE);
  }

  static List<String> checked(List<String> holdouts) {
    if (holdouts.isEmpty()) {
      throw new IllegalArgumentException("A gate is on at least one holdout.");
    }
    if (holdouts.stream().distinct().count() < holdouts.size()) {
      throw new IllegalArgumentException("A holdout stands twice: " + holdouts + ".");
    }
    return List.copyOf(holdouts);
  }
}
