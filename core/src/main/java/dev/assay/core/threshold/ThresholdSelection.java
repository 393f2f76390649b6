package dev.assay.core.threshold;

import dev.assay.core.label.LabelSchema;
import java.util.List;

/**
 * The cuts of all labels as chosen on validation.
 *
 * @param schema the labels
 * @param objective what they were chosen for
 * @param choices one for each label, in column order
 */
public record ThresholdSelection(
    LabelSchema schema, Objective objective, List<ThresholdChoice> choices) {

  /** Copies the list. */
  public ThresholdSelection {
    choices = List.copyOf(choices);
  }

  /** The cuts as a decision rule, fall-back cuts included. */
  public Thresholds thresholds() {
    return new Thresholds(schema, choices.stream().map(ThresholdChoice::cut).toList());
  }

  /** The labels for which no cut serves the objective. */
  public List<ThresholdChoice.Infeasible> infeasible() {
    return choices.stream()
        .filter(ThresholdChoice.Infeasible.class::isInstance)
        .map(ThresholdChoice.Infeasible.class::cast)
        .toList();
  }
}
