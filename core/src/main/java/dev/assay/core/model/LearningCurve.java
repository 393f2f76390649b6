package dev.assay.core.model;

import java.util.List;

/**
 * A figure over the rounds or epochs of a training.
 *
 * @param metric the figure, such as {@code log_loss}
 * @param part whose figure it is: {@code train} or {@code validation}
 * @param values its value after each round, the first round first
 */
public record LearningCurve(String metric, String part, List<Double> values) {

  /** Copies the list. */
  public LearningCurve {
    values = List.copyOf(values);
  }
}
