package dev.assay.pipeline.audit;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.core.gate.MinimumSupport;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.StudentT;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many more independent events a figure needs, so that an effect of a given size would be told
 * from none with 80% power at the level of the interval.
 *
 * <p>An effect {@code d} is detected by a two-sided test at level {@code a} with power {@code p}
 * where {@code d >= (z(1 - a/2) + z(p)) * se} (Cohen: Statistical power analysis, 1988, chapter 2).
 * The standard error is taken from the recorded interval, {@code half width / z(1 - a/2)}, and is
 * supposed to fall with the square root of the support: further events are like those that are
 * there, in the same proportion to negatives, and independent of them. For an interval by Student's
 * t this takes the error for a little too large, and so asks for rather more. It is an order of
 * magnitude to plan by, not a promise.
 *
 * <p>An interval without width, as where both sides decide alike on every row, shows no spread to
 * go by. There the rule of three stands in: where none of {@code n} events shows a difference, no
 * more than {@code 3 / n} of them would, with 95% confidence (Hanley, Lippman-Hand: If nothing goes
 * wrong, is everything all right?, JAMA 249, 1983), so that {@code 3 / d} events are asked for.
 */
public final class SupportNeeded {

  /** How surely the effect would be detected. */
  public static final double POWER = 0.8;

  private static final double RULE_OF_THREE = 3;

  /** From so many degrees of freedom on Student's t is the normal distribution. */
  private static final int NORMAL = 1_000_000;

  private final double effect;
  private final Function<RecordedFigure, List<MinimumSupport>> minima;

  /**
   * What is needed for an effect.
   *
   * @param effect in the unit of the metrics, in {@code (0, 1)}
   * @param minima the minimum supports that hold for a figure; none where there are none
   * @throws InvalidInputException where the effect is out of range
   */
  public SupportNeeded(double effect, Function<RecordedFigure, List<MinimumSupport>> minima) {
    checkEffect(effect);
    this.effect = effect;
    this.minima = minima;
  }

  /**
   * Checks that an effect is one.
   *
   * @throws InvalidInputException where it is out of range
   */
  public static void checkEffect(double effect) {
    if (!(effect > 0 && effect < 1)) {
      throw new InvalidInputException(
          "--effect", "is " + effect + ".", "Give a difference between 0 and 1, such as 0.05.");
    }
  }

  /**
   * The groups and labels that lack support, those that lack most first; those of which nobody can
   * tell how much stand before all others.
   *
   * @param figures those of a run; slices, and metrics that are neither good nor bad, are not
   *     looked at
   * @param schema the labels of the run: with a single one the figure of all rows is its
   */
  public List<LabelNeed> needs(List<RecordedFigure> figures, LabelSchema schema) {
    List<LabelNeed> needs = new ArrayList<>();
    for (RecordedFigure figure : figures) {
      if (isLookedAt(figure, schema)) {
        need(figure).ifPresent(needs::add);
      }
    }
    needs.sort(
        Comparator.comparingLong((LabelNeed need) -> -lacking(need))
            .thenComparing(need -> need.figure().holdout())
            .thenComparing(need -> need.figure().subject().toString())
            .thenComparing(need -> need.figure().metric()));
    return List.copyOf(needs);
  }

  private static long lacking(LabelNeed need) {
    return switch (need.needed()) {
      case Needed.Events events -> events.more();
      case Needed.Unknown unknown -> Long.MAX_VALUE;
    };
  }

  private static boolean isLookedAt(RecordedFigure figure, LabelSchema schema) {
    Metric metric = Metric.parse(figure.metric());
    return metric.measure().sense() != Measure.Sense.NEITHER
        && switch (figure.subject()) {
          case Subject.Group group -> true;
          case Subject.Label label -> true;
          case Subject.Whole whole ->
              schema.size() == 1
                  && metric.averaging() == Averaging.NONE
                  && metric.equals(Metric.fBeta(1));
          case Subject.Slice slice -> false;
          case Subject.LabelInSlice inSlice -> false;
        };
  }

  private Optional<LabelNeed> need(RecordedFigure figure) {
    Support support = figure.support();
    List<MinimumSupport> unmet =
        minima.apply(figure).stream()
            .filter(minimum -> minimum.count() > have(minimum, support))
            .toList();
    boolean scarce = !unmet.isEmpty();
    double toMinimum =
        unmet.stream()
            .mapToDouble(minimum -> minimum.count() / (double) Math.max(1, have(minimum, support)))
            .max()
            .orElse(0);
    return switch (figure.interval()) {
      case IntervalValue.Undefined(String reason) -> Optional.of(unknown(figure, scarce, reason));
      case IntervalValue.Defined(Interval interval) when interval.halfWidth() == 0 -> {
        double toRuleOfThree = RULE_OF_THREE / effect / Math.max(1, support.events());
        yield Optional.of(Math.max(toMinimum, toRuleOfThree))
            .filter(times -> times > 1)
            .map(times -> lacking(figure, why(scarce, LabelNeed.Why.WITHOUT_SPREAD), times));
      }
      case IntervalValue.Defined(Interval interval) -> {
        boolean contains0 = interval.low() <= 0 && interval.high() >= 0;
        double toPower = contains0 ? toPower(interval) : 0;
        yield scarce
            ? Optional.of(
                lacking(figure, LabelNeed.Why.BELOW_MINIMUM, Math.max(toMinimum, toPower)))
            : Optional.of(toPower)
                .filter(times -> times > 1)
                .map(times -> lacking(figure, LabelNeed.Why.INCONCLUSIVE, times));
      }
    };
  }

  private static LabelNeed unknown(RecordedFigure figure, boolean scarce, String reason) {
    return new LabelNeed(
        figure, why(scarce, LabelNeed.Why.WITHOUT_SPREAD), new Needed.Unknown(reason));
  }

  private static LabelNeed.Why why(boolean scarce, LabelNeed.Why otherwise) {
    return scarce ? LabelNeed.Why.BELOW_MINIMUM : otherwise;
  }

  /** How many times the present support it takes. */
  private double toPower(Interval interval) {
    double reach = StudentT.quantile((1 + interval.level()) / 2, NORMAL);
    double error = interval.halfWidth() / reach;
    double ratio = (reach + StudentT.quantile(POWER, NORMAL)) * error / effect;
    return ratio * ratio;
  }

  private static LabelNeed lacking(RecordedFigure figure, LabelNeed.Why why, double times) {
    long events = figure.support().events();
    long needed = Math.max(events + 1, (long) Math.ceil(times * Math.max(1, events)));
    return new LabelNeed(figure, why, new Needed.Events(needed, needed - events));
  }

  private static long have(MinimumSupport minimum, Support support) {
    return switch (minimum.unit()) {
      case EVENTS -> support.events();
      case POSITIVES -> support.positives();
    };
  }
}
