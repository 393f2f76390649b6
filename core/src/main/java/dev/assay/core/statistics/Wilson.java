package dev.assay.core.statistics;

/**
 * The score interval of a rate (Wilson: Probable inference, the law of succession, and statistical
 * inference, JASA 22, 1927), without continuity correction: unlike the textbook interval it keeps
 * its confidence for few trials and for rates near 0 and 1.
 */
public final class Wilson {

  private Wilson() {}

  /**
   * The interval of {@code successes / trials}.
   *
   * @param successes {@code 0 <= successes <= trials}
   * @param trials independent trials; with none the interval is undefined
   * @param level the confidence, {@code 0 < level < 1}
   */
  public static IntervalValue interval(long successes, long trials, double level) {
    Interval.checkLevel(level);
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes in " + trials + " trials.");
    }
    if (trials == 0) {
      return IntervalValue.undefined("a rate of no trials has no interval");
    }
    double z = Normal.quantile((1 + level) / 2);
    double rate = (double) successes / trials;
    double stretch = 1 + z * z / trials;
    double centre = (rate + z * z / (2.0 * trials)) / stretch;
    double half =
        z * Math.sqrt(rate * (1 - rate) / trials + z * z / (4.0 * trials * trials)) / stretch;
    double low = successes == 0 ? 0 : Math.max(0, centre - half);
    double high = successes == trials ? 1 : Math.min(1, centre + half);
    return IntervalValue.of(new Interval(low, high, level, Interval.Method.WILSON));
  }
}
