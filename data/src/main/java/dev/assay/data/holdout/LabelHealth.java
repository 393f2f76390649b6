package dev.assay.data.holdout;

import dev.assay.data.prior.MonthlyRate;
import dev.assay.data.prior.Rate;
import java.util.List;

/**
 * The prior of a label in a holdout beside that of training and of recent data.
 *
 * @param label the label
 * @param holdout its rate in the holdout
 * @param recent its rate in the last {@link HoldoutHealth#RECENT_DAYS} days of the data
 * @param holdoutMonths its rate in the holdout by month
 * @param trainingMonths its rate in training by month
 */
public record LabelHealth(
    String label,
    Rate holdout,
    Rate recent,
    List<MonthlyRate> holdoutMonths,
    List<MonthlyRate> trainingMonths) {
  /** Copies the lists. */
  public LabelHealth {
    holdoutMonths = List.copyOf(holdoutMonths);
    trainingMonths = List.copyOf(trainingMonths);
  }
}
