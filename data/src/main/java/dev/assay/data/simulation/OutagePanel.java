package dev.assay.data.simulation;

import dev.assay.core.fingerprint.StableHash;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * A panel of country x day rows with the label 'an incident within 7 days', from October 2024 to
 * May 2026: about 2% positive until the end of 2025, then a surge to 79%.
 *
 * <p>Trouble is as frequent and looks the same all the time, but ever weaker episodes count as
 * confirmed incidents in 2026. So equal features mean a higher risk then (a moved prior and, in
 * part, a moved concept): a model of the earlier era misses most of 2026, and one that has learned
 * 2026 sees too much in the rows of the earlier era. Two smaller changes let a model tell the eras
 * apart in part: counts of measurements rise, and 30 countries join in February 2026.
 *
 * <p>No row tells of a real country.
 */
public final class OutagePanel implements Simulation {

  /** How many days ahead the label looks. */
  static final int HORIZON_DAYS = 7;

  /** The label's prior in the months of the surge; in the others it is about 2%. */
  static final Map<YearMonth, Double> SURGE_PRIORS =
      Map.of(
          YearMonth.of(2026, 1), 0.34,
          YearMonth.of(2026, 2), 0.45,
          YearMonth.of(2026, 3), 0.66,
          YearMonth.of(2026, 4), 0.82,
          YearMonth.of(2026, 5), 0.27);

  private static final String LABEL = "incident_within_7d";
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 10, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 31);
  static final LocalDate SURGE = LocalDate.of(2026, 1, 1);
  private static final LocalDate EXPANSION = LocalDate.of(2026, 2, 1);
  private static final int COUNTRIES_BEFORE = 50;
  private static final int COUNTRIES_AFTER = 80;
  private static final List<String> REGIMES =
      List.of("democracy", "hybrid", "electoral_autocracy", "closed_autocracy");

  private final PanelSettings settings;

  /** The panel with its usual settings. */
  public OutagePanel() {
    this(PanelSettings.USUAL);
  }

  /** The panel with other settings. */
  public OutagePanel(PanelSettings settings) {
    this.settings = settings;
  }

  static int countriesOn(LocalDate day) {
    return day.isBefore(EXPANSION) ? COUNTRIES_BEFORE : COUNTRIES_AFTER;
  }

  @Override
  public String name() {
    return "outage-panel";
  }

  @Override
  public String description() {
    return "country x day rows whose label surges in 2026, as an observatory of outages met it";
  }

  @Override
  public List<SimulatedColumn> columns() {
    return List.of(
        SimulatedColumn.text("country"),
        SimulatedColumn.day("day"),
        SimulatedColumn.whole(LABEL),
        SimulatedColumn.text("incident"),
        SimulatedColumn.text("network"),
        SimulatedColumn.text("regime"),
        SimulatedColumn.number("measurements"),
        SimulatedColumn.number("networks_measured"),
        SimulatedColumn.number("anomaly_rate_1d"),
        SimulatedColumn.number("anomaly_rate_7d"),
        SimulatedColumn.number("anomaly_rate_28d"),
        SimulatedColumn.number("anomaly_change"),
        SimulatedColumn.number("neighbour_anomaly_7d"),
        SimulatedColumn.number("neighbour_incidents_30d"),
        SimulatedColumn.number("incidents_90d"),
        SimulatedColumn.number("days_since_incident"),
        SimulatedColumn.number("days_to_election"),
        SimulatedColumn.flag("election_within_30d"),
        SimulatedColumn.number("unrest_index"),
        SimulatedColumn.number("vpn_interest"));
  }

  @Override
  public void write(long seed, SimulatedRows rows) {
    int days = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;
    Noise noise = new Noise(seed);
    OutageWorld world = new OutageWorld(FIRST_DAY, days, settings, noise);
    CountryHistory[] histories = new CountryHistory[COUNTRIES_AFTER];
    for (int country = 0; country < COUNTRIES_AFTER; country++) {
      Noise own = noise.fork("measurements of " + country);
      histories[country] = new CountryHistory(world, country, days, settings, own);
    }
    for (int country = 0; country < COUNTRIES_AFTER; country++) {
      Noise own = noise.fork("rows of " + country);
      for (int day = 0; day < days; day++) {
        append(rows, world, histories, country, day, own);
      }
    }
  }

  private void append(
      SimulatedRows rows,
      OutageWorld world,
      CountryHistory[] histories,
      int country,
      int day,
      Noise noise) {
    LocalDate date = FIRST_DAY.plusDays(day);
    double countDrift =
        date.isBefore(SURGE.minusDays(settings.expansionLeadDays()))
            ? 0
            : settings.measurementDrift();
    double counts = StrictMath.exp(5 + 0.6 * (countDrift + noise.normal()));
    double networks = 1 + Math.floor(3 * noise.uniform() + (date.isBefore(EXPANSION) ? 0 : 1));
    double signal = world.signal(country, day);
    double unrest = 0.5 * signal + noise.normal();
    double interest = 20 + 8 * signal + 8 * noise.normal();
    if (country >= countriesOn(date)) {
      return;
    }
    Episode ahead = null;
    for (Episode episode : world.episodes(country)) {
      ahead = ahead == null && episode.confirmed() && episode.isAhead(day) ? episode : ahead;
    }
    String name = "S%02d".formatted(country + 1);
    CountryHistory own = histories[country];
    CountryHistory left = histories[(country + COUNTRIES_BEFORE - 1) % COUNTRIES_BEFORE];
    CountryHistory right = histories[(country + 1) % COUNTRIES_BEFORE];
    int election = (int) Math.floorMod(StableHash.of(name) + 97L * country - day, 400L);
    rows.text(name)
        .day(date)
        .whole(ahead == null ? 0 : 1)
        .text(ahead == null ? null : name + "-" + FIRST_DAY.plusDays(ahead.start()));
    boolean planet = !date.isBefore(EXPANSION) && Math.floorMod(country + day, 2) == 1;
    rows.text(planet ? "censored_planet" : "ooni")
        .text(REGIMES.get(Math.floorMod(country, REGIMES.size())))
        .number(Math.rint(counts))
        .number(networks)
        .number(own.anomalyRate(day, 1))
        .number(own.anomalyRate(day, 7))
        .number(own.anomalyRate(day, 28))
        .number(own.anomalyRate(day, 7) - own.anomalyRate(day, 28))
        .number((left.anomalyRate(day, 7) + right.anomalyRate(day, 7)) / 2)
        .number((double) left.incidents(day, 30) + right.incidents(day, 30))
        .number(own.incidents(day, 90))
        .number(own.daysSinceIncident(day))
        .number(election > 180 ? Double.NaN : election)
        .flag(election <= 30)
        .number(unrest)
        .number(interest)
        .end();
  }
}
