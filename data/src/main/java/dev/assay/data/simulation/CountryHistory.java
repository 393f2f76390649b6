package dev.assay.data.simulation;

import java.util.List;

/** What is measured in one country, day by day. */
final class CountryHistory {

  private static final int LONG_WINDOW = 28;

  private final List<Episode> episodes;
  private final int lag;
  private final double[] anomaly;
  private final double[] before;

  CountryHistory(OutageWorld world, int country, int days, PanelSettings settings, Noise noise) {
    this.episodes = world.episodes(country);
    this.lag = settings.confirmationLag();
    this.anomaly = new double[days];
    this.before = new double[LONG_WINDOW];
    for (int i = 0; i < LONG_WINDOW; i++) {
      before[i] = rate(world.signal(country, i - LONG_WINDOW), settings, noise);
    }
    for (int day = 0; day < days; day++) {
      anomaly[day] = rate(world.signal(country, day), settings, noise);
    }
  }

  private static double rate(double signal, PanelSettings settings, Noise noise) {
    double logit = -3 + 0.8 * signal + settings.anomalyNoise() * noise.normal();
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /** The share of anomalous measurements, averaged over so many days up to a day. */
  double anomalyRate(int day, int window) {
    double sum = 0;
    for (int d = day - window + 1; d <= day; d++) {
      sum += d < 0 ? before[LONG_WINDOW + d] : anomaly[d];
    }
    return sum / window;
  }

  /** How many confirmed incidents, as far as confirmed by now, started in so many days. */
  int incidents(int day, int window) {
    int count = 0;
    for (Episode episode : episodes) {
      int known = episode.start() + lag;
      count += episode.confirmed() && known <= day && known > day - window ? 1 : 0;
    }
    return count;
  }

  /** Days since the last confirmed incident started, or NaN where none is known. */
  double daysSinceIncident(int day) {
    double days = Double.NaN;
    for (Episode episode : episodes) {
      if (episode.confirmed() && episode.start() + lag <= day) {
        days = day - episode.start();
      }
    }
    return days;
  }
}
