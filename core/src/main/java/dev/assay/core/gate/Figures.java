package dev.assay.core.gate;

import dev.assay.core.comparison.Compared;
import dev.assay.core.evaluation.Support;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.IntervalValue;

/**
 * What was found.
 *
 * @param champion the champion's figure
 * @param candidate the candidate's figure
 * @param difference candidate minus champion
 * @param interval of the difference where that is judged, else of the candidate's figure
 * @param support how much evidence it rests on; all 0 where it rests on no rows
 */
public record Figures(
    MetricValue champion,
    MetricValue candidate,
    MetricValue difference,
    IntervalValue interval,
    Support support) {

  /** Nothing was found, for a reason. */
  static Figures none(String reason) {
    MetricValue none = MetricValue.undefined(reason);
    return new Figures(none, none, none, IntervalValue.undefined(reason), new Support(0, 0, 0));
  }

  /** A figure of the candidate that has no counterpart, for a reason. */
  static Figures ofCandidate(
      MetricValue candidate, IntervalValue interval, Support support, String reason) {
    MetricValue none = MetricValue.undefined(reason);
    return new Figures(none, candidate, none, interval, support);
  }

  /** The figures of a comparison with the interval of what is judged. */
  static Figures of(Compared compared, Estimate judged) {
    return new Figures(
        compared.estimate().champion().value(),
        compared.estimate().candidate().value(),
        compared.estimate().difference().value(),
        judged.interval(),
        compared.support());
  }
}
