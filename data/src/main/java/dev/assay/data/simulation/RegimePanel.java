package dev.assay.data.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A panel of country x week rows in which the truth about heads per regime is known: 80 countries
 * over 104 weeks with 16 signals, 60 of the countries in six regimes and 20 in none. About a fifth
 * of the rows have an incident.
 *
 * <p>Four signals mean the same for the risk in every country. Four others are as strong, and their
 * sign is what two panels differ in: in one it is turned round in three of the regimes, so that
 * what is learned from all countries misleads there, and a head that sees its own regime alone
 * knows better. In the other it is the same everywhere, and no head can know what a model of all
 * countries does not. The other eight signals are noise. Countries differ in their base rate, and
 * signals persist from week to week.
 *
 * <p>Regimes and countries are letters and numbers: no row tells of a real country.
 */
public final class RegimePanel implements Simulation {

  /** What the four regime signals mean. */
  public enum Truth {
    /** The opposite in the regimes B, D and F. */
    OPPOSITE_SIGNS,
    /** The same everywhere. */
    ONE_RULE
  }

  static final int WEEKS = 104;
  private static final LocalDate FIRST_WEEK = LocalDate.of(2024, 1, 1);
  private static final int SIGNALS = 16;
  private static final int SHARED = 4;
  private static final int OF_REGIME = 4;
  private static final double STRENGTH = 0.7;
  private static final double INTERCEPT = -1.9;
  private static final double COUNTRY_SPREAD = 0.4;
  private static final double PERSISTENCE = 0.6;

  /** How many countries each regime has; those of {@code N} are in none. */
  private static final List<Regime> REGIMES =
      List.of(
          new Regime("A", 14),
          new Regime("B", 12),
          new Regime("C", 8),
          new Regime("D", 8),
          new Regime("E", 8),
          new Regime("F", 10),
          new Regime("N", 20));

  private static final List<String> TURNED = List.of("B", "D", "F");

  private final Truth truth;

  /** The panel of a truth. */
  public RegimePanel(Truth truth) {
    this.truth = truth;
  }

  @Override
  public String name() {
    return switch (truth) {
      case OPPOSITE_SIGNS -> "heads-help";
      case ONE_RULE -> "heads-are-noise";
    };
  }

  @Override
  public String description() {
    return switch (truth) {
      case OPPOSITE_SIGNS -> "country x week rows where signals mean the opposite in some regimes";
      case ONE_RULE -> "country x week rows where signals mean the same in all regimes";
    };
  }

  @Override
  public List<SimulatedColumn> columns() {
    List<SimulatedColumn> columns = new ArrayList<>();
    columns.add(SimulatedColumn.text("country"));
    columns.add(SimulatedColumn.day("week"));
    columns.add(SimulatedColumn.whole("incident"));
    columns.add(SimulatedColumn.text("regime"));
    for (int signal = 1; signal <= SIGNALS; signal++) {
      columns.add(SimulatedColumn.number("signal_%02d".formatted(signal)));
    }
    return List.copyOf(columns);
  }

  @Override
  public void write(long seed, SimulatedRows rows) {
    Noise noise = new Noise(seed);
    for (Regime regime : REGIMES) {
      for (int number = 1; number <= regime.countries(); number++) {
        String country = "%s%02d".formatted(regime.name(), number);
        write(country, regime, noise.fork(country), rows);
      }
    }
  }

  private void write(String country, Regime regime, Noise noise, SimulatedRows rows) {
    boolean turned = truth == Truth.OPPOSITE_SIGNS && TURNED.contains(regime.name());
    double ofCountry = COUNTRY_SPREAD * noise.normal();
    double[] signals = new double[SIGNALS];
    for (int signal = 0; signal < SIGNALS; signal++) {
      signals[signal] = noise.normal();
    }
    for (int week = 0; week < WEEKS; week++) {
      double logOdds = INTERCEPT + ofCountry;
      for (int signal = 0; signal < SHARED + OF_REGIME; signal++) {
        double sign = turned && signal >= SHARED ? -1 : 1;
        logOdds += sign * STRENGTH * signals[signal];
      }
      boolean incident = noise.uniform() < 1 / (1 + StrictMath.exp(-logOdds));
      rows.text(country)
          .day(FIRST_WEEK.plusWeeks(week))
          .whole(incident ? 1 : 0)
          .text(regime.name());
      for (int signal = 0; signal < SIGNALS; signal++) {
        rows.number(signals[signal]);
        signals[signal] =
            PERSISTENCE * signals[signal]
                + StrictMath.sqrt(1 - PERSISTENCE * PERSISTENCE) * noise.normal();
      }
      rows.end();
    }
  }

  /** A regime and how many countries it has. */
  private record Regime(String name, int countries) {}
}
