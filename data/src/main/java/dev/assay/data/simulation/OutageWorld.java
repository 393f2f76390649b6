package dev.assay.data.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * What happens in the countries of {@link OutagePanel}: episodes of trouble come at one rate all
 * the time, and look the same; how strong one must be to be confirmed changes from month to month.
 */
final class OutageWorld {

  private static final int COUNTRIES = 80;
  private static final int WARM_UP_DAYS = 60;

  /** Strength of the episodes that are confirmed in every era. */
  private static final double SEVERE = 6;

  /** Beyond it an episode is severe. */
  private static final double SEVERE_CUT = 4;

  /** The share of episodes that are severe, such that about 2% of days have one ahead. */
  private static final double SEVERE_SHARE = 0.018;

  private final LocalDate firstDay;
  private final int days;
  private final PanelSettings settings;
  private final List<List<Episode>> episodes = new ArrayList<>();

  OutageWorld(LocalDate firstDay, int days, PanelSettings settings, Noise noise) {
    this.firstDay = firstDay;
    this.days = days;
    this.settings = settings;
    for (int country = 0; country < COUNTRIES; country++) {
      episodes.add(troubles(noise.fork("episodes of " + country)));
    }
    confirm();
  }

  private List<Episode> troubles(Noise noise) {
    List<Episode> found = new ArrayList<>();
    double base = 0.3 * noise.normal();
    int day = -WARM_UP_DAYS;
    while (day < days + OutagePanel.HORIZON_DAYS) {
      int start = day + 3 + (int) noise.exponential(5);
      int end = start + 3 + (int) noise.exponential(9);
      double moderate = 1.5 + settings.moderateSpread() * (base + noise.normal());
      double strength =
          noise.uniform() < SEVERE_SHARE ? SEVERE + 0.3 * noise.normal() : Math.min(moderate, 3);
      found.add(new Episode(start, end, strength, false));
      day = end + 1;
    }
    return found;
  }

  /**
   * Confirms severe episodes and, in each month with a prior of its own, the strongest of the
   * others, so many that the prior is met.
   */
  private void confirm() {
    TreeMap<YearMonth, Double> cuts = new TreeMap<>();
    OutagePanel.SURGE_PRIORS.forEach((month, prior) -> cuts.put(month, cut(month, prior)));
    for (List<Episode> ofCountry : episodes) {
      ofCountry.replaceAll(
          episode -> {
            YearMonth month = YearMonth.from(firstDay.plusDays(episode.start()));
            double cut = cuts.getOrDefault(month, SEVERE_CUT);
            return episode.confirmed(episode.strength() > Math.min(cut, SEVERE_CUT));
          });
    }
  }

  private double cut(YearMonth month, double prior) {
    int from = (int) (month.atDay(1).toEpochDay() - firstDay.toEpochDay());
    int to = from + month.lengthOfMonth();
    double[] strongest = new double[OutagePanel.countriesOn(month.atEndOfMonth()) * (to - from)];
    int next = 0;
    for (int country = 0; country < strongest.length / (to - from); country++) {
      for (int day = from; day < to; day++) {
        strongest[next++] = strongestAhead(country, day);
      }
    }
    Arrays.sort(strongest);
    return strongest[(int) ((1 - prior) * (strongest.length - 1))];
  }

  private double strongestAhead(int country, int day) {
    double strongest = Double.NEGATIVE_INFINITY;
    for (Episode episode : episodes.get(country)) {
      if (episode.isAhead(day)) {
        strongest = Math.max(strongest, episode.strength());
      }
    }
    return strongest;
  }

  List<Episode> episodes(int country) {
    return episodes.get(country);
  }

  /** How strongly trouble shows in a country on a day. */
  double signal(int country, int day) {
    double signal = 0;
    for (Episode episode : episodes.get(country)) {
      signal = Math.max(signal, episode.strength() * episode.shown(day));
    }
    return signal;
  }
}
