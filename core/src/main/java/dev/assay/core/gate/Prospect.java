package dev.assay.core.gate;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.StudentT;
import java.util.function.DoubleFunction;

/**
 * What more examples would bring to a piece of evidence.
 *
 * @param settledBy what would settle it where it is inconclusive; unknown with a reason elsewhere
 * @param detectable the least effect that its support shows in 80 of 100 cases, see {@link
 *     Estimate#detectable}; undefined where no difference or value is judged
 */
public record Prospect(FurtherExamples settledBy, MetricValue detectable) {

  private static final FurtherExamples NOT_OPEN =
      new FurtherExamples.Unknown("it is not inconclusive");

  /** Evidence that more examples would not change, for a reason. */
  static Prospect none(String reason) {
    return new Prospect(new FurtherExamples.Unknown(reason), MetricValue.undefined(reason));
  }

  /** Evidence that is not open, or not judged by itself. */
  static Prospect of(Estimate figure) {
    return new Prospect(NOT_OPEN, figure.detectable());
  }

  /**
   * Evidence that may be open.
   *
   * @param standing what it says for the gate
   * @param figure what was held against the limit
   * @param adjusted how it was adjusted for others that are judged with it
   * @param times what it takes to have so many times of what the figure rests on
   */
  static Prospect of(
      Standing standing,
      Estimate figure,
      Limit limit,
      Adjusted adjusted,
      DoubleFunction<FurtherExamples> times) {
    return standing == Standing.INCONCLUSIVE
        ? new Prospect(settling(figure, limit, adjusted, times), figure.detectable())
        : of(figure);
  }

  /**
   * An interval that is k times as far from the limit as it reaches towards it clears the limit
   * with k squared times the rows.
   */
  private static FurtherExamples settling(
      Estimate figure, Limit limit, Adjusted adjusted, DoubleFunction<FurtherExamples> times) {
    if (!(figure.interval() instanceof IntervalValue.Defined(Interval interval))) {
      return new FurtherExamples.Unknown("there is no interval that they would narrow");
    }
    double value = figure.value().orThrow();
    double distance = Math.abs(value - limit.value());
    if (distance <= Limit.TOLERANCE) {
      return new FurtherExamples.Unknown("the figure lies on the limit");
    }
    double factor = reach(figure, interval, limit, adjusted) / distance;
    return times.apply(Math.max(1, factor * factor));
  }

  /** How far the interval reaches from the figure towards the limit. */
  private static double reach(Estimate figure, Interval interval, Limit limit, Adjusted adjusted) {
    double value = figure.value().orThrow();
    double single = value > limit.value() ? value - interval.low() : interval.high() - value;
    if (limit.holds(value) || adjusted.among() == 1) {
      return single;
    }
    double tail = (1 - interval.level()) / 2 / adjusted.among();
    return Math.max(
        single,
        StudentT.quantile(1 - tail, Math.max(1, figure.clusters() - 1))
            * figure.standardError().orThrow());
  }
}
