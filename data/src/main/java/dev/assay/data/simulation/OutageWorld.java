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
      double strength = 1.5 + settings.amplitudeSpread() * (base + noise.normal());
      found.add(new Episode(start, end, strength, false));
      day = end + 1;
    }
    return found;
  }

  /** Confirms in each month the strongest episodes, so many that the label's prior is met. */
  private void confirm() {
    TreeMap<YearMonth, Double> cuts = new TreeMap<>();
    OutagePanel.PRIORS.forEach((month, prior) -> cuts.put(month, cut(month, prior)));
    for (List<Episode> ofCountry : episodes) {
      ofCountry.replaceAll(
          episode -> {
            YearMonth month = YearMonth.from(firstDay.plusDays(episode.start()));
            var cut = cuts.floorEntry(month);
            double strength = cut == null ? cuts.firstEntry().getValue() : cut.getValue();
            return episode.confirmed(episode.strength() > strength);
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
