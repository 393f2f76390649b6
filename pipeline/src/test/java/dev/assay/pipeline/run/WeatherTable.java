package dev.assay.pipeline.run;

import dev.assay.core.fingerprint.StableHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A seeded table of weather stations by day. Whether it rains depends on humidity and pressure
 * together, which boosted trees see and neither the prior nor a logistic regression does.
 * Immutable.
 */
final class WeatherTable {

  static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

  private static final int STATIONS = 12;
  private static final double NOISE = 0.08;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "part",
          "station",
          "day",
          "humidity",
          "pressure",
          "wind",
          "cloud",
          "dew",
          "coast",
          "rain",
          "fog",
          "sky");

  private final List<List<String>> rows;

  private WeatherTable(List<List<String>> rows) {
    this.rows = List.copyOf(rows);
  }

  /** So many rows of twelve stations, one row a station and day. */
  static WeatherTable of(int rows) {
    return named("s", 20_250_101L, rows);
  }

  /** Rows of other stations. */
  static WeatherTable named(String stations, long seed, int rows) {
    Random random = new Random(seed);
    List<List<String>> table = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String station = "%s%02d".formatted(stations, row % STATIONS);
      table.add(row(station, FIRST_DAY.plusDays(row / STATIONS), random));
    }
    return new WeatherTable(table);
  }

  private static List<String> row(String station, LocalDate day, Random random) {
    double humidity = random.nextDouble();
    double pressure = random.nextDouble();
    double wind = random.nextGaussian();
    boolean rain = (humidity > 0.5) ^ (pressure > 0.6) ^ (random.nextDouble() < NOISE);
    boolean fog = (wind < -0.3) ^ (random.nextDouble() < NOISE);
    return List.of(
        station + "-" + day,
        random.nextInt(5) > 1 ? "train" : random.nextBoolean() ? "validation" : "test",
        station,
        day.toString(),
        number(humidity),
        number(pressure),
        number(wind),
        number(random.nextDouble()),
        number(random.nextDouble()),
        random.nextBoolean() ? "north" : "south",
        rain ? "1" : "0",
        fog ? "1" : "0",
        rain ? "rainy" : fog ? "foggy" : "clear");
  }

  private static String number(double value) {
    return String.valueOf((float) value);
  }

  int size() {
    return rows.size();
  }

  String value(int row, String column) {
    return rows.get(row).get(COLUMNS.indexOf(column));
  }

  List<String> ids() {
    return rows.stream().map(List::getFirst).toList();
  }

  /** Rows from one number up to, but without, another. */
  WeatherTable rows(int from, int to) {
    return new WeatherTable(rows.subList(from, to));
  }

  WeatherTable plus(WeatherTable other) {
    return new WeatherTable(Stream.concat(rows.stream(), other.rows.stream()).toList());
  }

  /** The same rows in another order. */
  WeatherTable reordered() {
    List<List<String>> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(7));
    return new WeatherTable(shuffled);
  }

  WeatherTable with(int row, String column, String value) {
    return mapped(column, id -> id.equals(rows.get(row).getFirst()) ? value : null);
  }

  /** A column emptied in about one row of so many. */
  WeatherTable missing(String column, int oneIn) {
    return mapped(column, id -> Math.floorMod(StableHash.of(column + id), oneIn) == 0 ? "" : null);
  }

  /** The values of a column dealt out anew, so that they say nothing about their rows. */
  WeatherTable shuffled(String column) {
    List<String> values = new ArrayList<>();
    for (int row = 0; row < size(); row++) {
      values.add(value(row, column));
    }
    Collections.shuffle(values, new Random(11));
    List<List<String>> changed = new ArrayList<>();
    for (int row = 0; row < size(); row++) {
      changed.add(replaced(rows.get(row), column, values.get(row)));
    }
    return new WeatherTable(changed);
  }

  /** Values of a column by id; null leaves a value as it is. */
  private WeatherTable mapped(String column, UnaryOperator<String> byId) {
    return new WeatherTable(
        rows.stream()
            .map(
                row -> {
                  String value = byId.apply(row.getFirst());
                  return value == null ? row : replaced(row, column, value);
                })
            .toList());
  }

  private static List<String> replaced(List<String> row, String column, String value) {
    String[] changed = row.toArray(String[]::new);
    changed[COLUMNS.indexOf(column)] = value;
    return Arrays.asList(changed);
  }

  /** The table as CSV, lines ended by a line feed. */
  String csv() {
    StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
    return text.toString();
  }

  void write(Path file) {
    try {
      Files.writeString(file, csv());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
