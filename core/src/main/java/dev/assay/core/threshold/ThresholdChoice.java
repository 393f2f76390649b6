package dev.assay.core.threshold;

import dev.assay.core.metric.MetricValue;
import java.util.Optional;
import java.util.OptionalDouble;

/** The cut of one label, and how it came about. */
public sealed interface ThresholdChoice {

  /** The label's name. */
  String label();

  /** The cut to be used, within the bounds. */
  double cut();

  /** How many positives the label has among the rows that the cut was chosen on. */
  int positives();

  /**
   * A cut that serves the objective.
   *
   * @param label the label's name
   * @param cut the cut to be used: shrunk where there are few positives
   * @param unshrunkCut the best cut of this label alone
   * @param plugInCut the cut that would be best if the label's scores, brought into line by a bent
   *     sigmoid, were right, which the cut was shrunk towards; empty where there is one label only,
   *     or the scores do not rise with the label
   * @param ownWeight the weight of the label's own cut against the plug-in one, in {@code [0, 1]}
   * @param spread how far the cut moves; empty where it was not asked for, or more than a tenth of
   *     the replicates had no cut
   * @param inSample the objective's figure at the cut on the rows that it was chosen on
   * @param crossFitted the figure over all rows, each decided by a cut chosen on the other folds
   * @param positives positives among the rows
   * @param boundHit whether a better cut lies outside of the bounds
   */
  record Chosen(
      String label,
      double cut,
      double unshrunkCut,
      OptionalDouble plugInCut,
      double ownWeight,
      Optional<CutSpread> spread,
      MetricValue inSample,
      MetricValue crossFitted,
      int positives,
      boolean boundHit)
      implements ThresholdChoice {

    /**
     * By how much the figure on the rows that the cut was chosen on flatters: above 0 where it is
     * better than the cross-fitted one, whichever way better is; empty where either has no value.
     */
    public OptionalDouble optimism(Objective objective) {
      if (inSample instanceof MetricValue.Defined in
          && crossFitted instanceof MetricValue.Defined out) {
        double gain = in.value() - out.value();
        return OptionalDouble.of(objective.higherIsBetter() ? gain : -gain);
      }
      return OptionalDouble.empty();
    }
  }

  /**
   * No cut serves the objective: the label has no positive, or no cut within the bounds keeps the
   * objective's floor.
   *
   * @param label the label's name
   * @param cut a cut to fall back on: 0.5 or the bound nearest to it where the label has no
   *     positive, else the one that misses the floor least
   * @param positives positives among the rows
   * @param reason why no cut serves, in words that can stand in a report
   */
  record Infeasible(String label, double cut, int positives, String reason)
      implements ThresholdChoice {}
}
