package dev.assay.core.ledger;

/**
 * What an experiment expects, stated before training: the change of a metric on a holdout,
 * candidate minus champion.
 *
 * @param metric the name of the metric, as scikit-learn has it
 * @param holdout the name of the holdout
 * @param change the change expected, in the metric's unit
 */
public record ExpectedEffect(String metric, String holdout, EffectRange change) {

  /** Checks the names. */
  public ExpectedEffect {
    if (metric.isBlank() || holdout.isBlank()) {
      throw new IllegalArgumentException(
          "An expected effect names metric and holdout, not '" + metric + "', '" + holdout + "'.");
    }
  }

  /**
   * How this expectation compares with what was measured. A point alone decides nothing: without an
   * interval the answer is {@link Agreement#UNDECIDED}.
   *
   * <ul>
   *   <li>the point in the expected range, and the interval free of 0 where the expected range is:
   *       {@link Agreement#AS_EXPECTED}
   *   <li>the whole interval below or above the expected range: {@link Agreement#BELOW}, {@link
   *       Agreement#ABOVE}
   *   <li>anything else: {@link Agreement#UNDECIDED}
   * </ul>
   *
   * @throws IllegalArgumentException where the effect is that of another metric or holdout
   */
  public Agreement agreementWith(MeasuredEffect measured) {
    if (!measured.metric().equals(metric) || !measured.holdout().equals(holdout)) {
      throw new IllegalArgumentException(
          "%s on %s is not measured by %s on %s."
              .formatted(metric, holdout, measured.metric(), measured.holdout()));
    }
    EffectRange interval = measured.interval();
    if (interval == null) {
      return Agreement.UNDECIDED;
    }
    if (interval.high() < change.low()) {
      return Agreement.BELOW;
    }
    if (interval.low() > change.high()) {
      return Agreement.ABOVE;
    }
    boolean toldFromNone = change.contains(0) || !interval.contains(0);
    return change.contains(measured.change().orThrow()) && toldFromNone
        ? Agreement.AS_EXPECTED
        : Agreement.UNDECIDED;
  }
}
