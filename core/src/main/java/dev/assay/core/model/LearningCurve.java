package dev.assay.core.model;

import java.util.List;

/**
 * A figure over the rounds or epochs of a training.
 *
 * @param metric the figure, such as {@code log_loss}
 * @param part whose figure it is: {@code train} or {@code validation}
 * @param values its value after each round, the first round first
 * @param higherIsBetter whether it rises as the model gets better, unlike a loss
 */
public record LearningCurve(
    String metric, String part, List<Double> values, boolean higherIsBetter) {

  /** Copies the list. */
  public LearningCurve {
    values = List.copyOf(values);
  }

  /** The curve of a loss. */
  public static LearningCurve ofLoss(String loss, String part, List<Double> values) {
    return new LearningCurve(loss, part, values, false);
  }

  /** The same curve, as that of a part of a model. */
  public LearningCurve of(String partOfModel) {
    return new LearningCurve(metric + " of " + partOfModel, part, values, higherIsBetter);
  }
}
