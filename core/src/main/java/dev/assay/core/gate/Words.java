package dev.assay.core.gate;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Figures and names as they stand in the sentences of checks and verdicts. */
final class Words {

  private static final int NAMED = 5;

  private Words() {}

  /** A limit as it was written: {@code 0.02}, {@code 30000000}. */
  static String plain(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A figure to three decimals: {@code 0.864}. */
  static String figure(double value) {
    return rounded(value).toPlainString();
  }

  /** A figure, or why there is none. */
  static String figure(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> figure(number);
      case MetricValue.Undefined(String reason) -> "undefined (" + reason + ")";
    };
  }

  /** A change to three decimals with its sign: {@code +0.003}. */
  static String change(double value) {
    BigDecimal rounded = rounded(value);
    return (rounded.signum() >= 0 ? "+" : "") + rounded.toPlainString();
  }

  /** A change, or why there is none. */
  static String change(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number) -> change(number);
      case MetricValue.Undefined(String reason) -> "undefined (" + reason + ")";
    };
  }

  /** An interval of a figure with a blank before it; nothing where there is none. */
  static String interval(IntervalValue interval) {
    return switch (interval) {
      case IntervalValue.Defined(var range) ->
          " [" + figure(range.low()) + ", " + figure(range.high()) + "]";
      case IntervalValue.Undefined undefined -> "";
    };
  }

  /** An interval of a change with a blank before it; nothing where there is none. */
  static String changeInterval(IntervalValue interval) {
    return switch (interval) {
      case IntervalValue.Defined(var range) ->
          " [" + change(range.low()) + ", " + change(range.high()) + "]";
      case IntervalValue.Undefined undefined -> "";
    };
  }

  private static BigDecimal rounded(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? BigDecimal.ZERO.setScale(3) : rounded;
  }

  /** A number with its noun: {@code 1 event}, {@code 4 events}. */
  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** A constant in small letters. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A metric of a subject on a holdout: {@code f1 of spam on recent}. */
  static String of(Place place) {
    String subject = place.subject() instanceof Subject.Whole ? "" : " of " + place.subject();
    return place.measured() + subject + " on " + place.holdout();
  }

  /** A metric of the subjects of a gate: {@code f1 of each label on recent, legacy}. */
  static String of(Target target) {
    String subjects =
        target.subjects() instanceof SubjectSelector.WholeHoldout
            ? ""
            : " of " + target.subjects().words();
    return target.metric() + subjects + " on " + String.join(", ", target.holdouts());
  }

  /** What is asked of a change: {@code may lose at most 0.02}. */
  static String changeAsked(ChangeLimit limit) {
    return switch (limit.kind()) {
      case LOSE_AT_MOST -> "may " + limit.words();
      case GAIN_AT_LEAST -> "must " + limit.words();
    };
  }

  /** The first few of a list, and how many more there are. */
  static String named(List<String> names) {
    if (names.size() <= NAMED) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
  }
}
