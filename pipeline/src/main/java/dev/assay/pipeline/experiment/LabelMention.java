package dev.assay.pipeline.experiment;

import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.List;

/**
 * A label that an experiment file says something of outside its data, such as where its cut may
 * lie.
 *
 * @param place where it is named, as {@code file:line}
 * @param key the full name of the key that names it, such as {@code tiers.1.labels}
 * @param label its name
 */
public record LabelMention(String place, String key, String label) {

  /** Notes a problem where the label is none of those that there are. */
  public void check(List<String> known, Problems problems) {
    if (!known.contains(label)) {
      problems.add(
          place, key + " names no label: '" + label + "'.", NearestName.advice(label, known));
    }
  }
}
