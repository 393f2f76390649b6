package dev.assay.data.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the prior would be under another horizon, as far as the labels tell: a run of positive days
 * gives away its first incident only, so that rates under shorter horizons are upper bounds, and
 * those under longer ones lower bounds (an incident after the last day of the data is not seen).
 *
 * @param days the horizon
 * @param before the rate of the earlier period
 * @param after the rate of the later period
 */
public record HorizonRates(int days, Rate before, Rate after) {

  private static final List<Integer> USUAL_DAYS = List.of(1, 3, 7, 14, 30);

  /** Under the usual horizons and the declared one, shortest first. */
  static List<HorizonRates> of(Periods periods, Timeline timeline, int declaredDays) {
    TreeSet<Integer> horizons = new TreeSet<>(USUAL_DAYS);
    horizons.add(declaredDays);
    List<HorizonRates> rates = new ArrayList<>();
    for (int days : horizons) {
      boolean[] positive = timeline.positiveUnder(declaredDays, days);
      Periods.Tally tally = new Periods.Tally();
      for (int at = 0; at < positive.length; at++) {
        tally.add(periods.period(timeline.row(at)), positive[at]);
      }
      rates.add(new HorizonRates(days, tally.rate(0), tally.rate(1)));
    }
    return rates;
  }
}
