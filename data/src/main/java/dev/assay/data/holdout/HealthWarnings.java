package dev.assay.data.holdout;

import dev.assay.data.prior.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Says in words where a holdout no longer looks like today. */
final class HealthWarnings {

  /** A quarter: what most users call current at all. */
  static final int MAX_AGE_DAYS = 90;

  /**
   * A prior that doubled or halved moves precision, and with it F1 and the best cut, by more than
   * any gate tolerates. The interval alone would not do: rows of one event depend on each other, so
   * that it is too narrow.
   */
  static final double PRIOR_FACTOR = 2;

  /** The customary bound of the population stability index for another distribution. */
  static final double DRIFTED_PSI = 0.25;

  /** With ten bins and n rows the index is about 9/n by chance alone: 0.09 for 100 rows. */
  static final int MIN_ROWS_FOR_DRIFT = 100;

  /**
   * The best of 20 equal candidates is 1.9 standard errors above their mean by chance: picking on
   * one set so often fits it.
   */
  static final int MAX_EARLIER_CANDIDATES = 20;

  private static final int NAMED_FEATURES = 5;

  private HealthWarnings() {}

  static List<String> of(
      Holdout holdout,
      OptionalLong ageDays,
      List<LabelHealth> labels,
      List<FeatureDrift> drift,
      int recentRows,
      int earlierCandidates) {
    List<String> warnings = new ArrayList<>();
    String name = "'" + holdout.name() + "'";
    if (ageDays.isPresent() && ageDays.getAsLong() > MAX_AGE_DAYS) {
      warnings.add("The last day of " + name + " is " + ageDays.getAsLong() + " days old.");
    }
    for (LabelHealth label : labels) {
      if (isAnotherPrior(label.holdout(), label.recent())) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "'%s' is positive in %s of %s, but in %s of the last %d days.",
                label.label(),
                label.holdout().inWords(),
                name,
                label.recent().inWords(),
                HoldoutHealth.RECENT_DAYS));
      }
    }
    if (Math.min(holdout.examples().size(), recentRows) >= MIN_ROWS_FOR_DRIFT) {
      addDrift(warnings, name, drift);
    }
    if (earlierCandidates > MAX_EARLIER_CANDIDATES) {
      warnings.add(
          earlierCandidates
              + " other candidates were judged on "
              + name
              + " before: passing there has become easier.");
    }
    return warnings;
  }

  /**
   * Whether the recent rate is outside the holdout's interval and away from its rate by the factor;
   * half a row is added to each side so that a rate of 0 can be compared.
   */
  static boolean isAnotherPrior(Rate holdout, Rate recent) {
    if (holdout.rows() == 0 || recent.rows() == 0) {
      return false;
    }
    double rate = (double) recent.positives() / recent.rows();
    if (rate >= holdout.wilsonLow() && rate <= holdout.wilsonHigh()) {
      return false;
    }
    double factor = smoothed(recent) / smoothed(holdout);
    return factor >= PRIOR_FACTOR || factor <= 1 / PRIOR_FACTOR;
  }

  private static double smoothed(Rate rate) {
    return (rate.positives() + 0.5) / (rate.rows() + 1.0);
  }

  private static void addDrift(List<String> warnings, String name, List<FeatureDrift> drift) {
    List<FeatureDrift> drifted =
        drift.stream().filter(feature -> feature.psi() > DRIFTED_PSI).toList();
    if (drifted.isEmpty()) {
      return;
    }
    List<String> named =
        drifted.stream()
            .limit(NAMED_FEATURES)
            .map(f -> String.format(Locale.ROOT, "%s (%.2f)", f.feature(), f.psi()))
            .toList();
    warnings.add(
        String.format(
            Locale.ROOT,
            "%d of %d features of %s are distributed otherwise than in recent data (population"
                + " stability index above %.2f): %s%s.",
            drifted.size(),
            drift.size(),
            name,
            DRIFTED_PSI,
            String.join(", ", named),
            drifted.size() > NAMED_FEATURES ? " and others" : ""));
  }
}
