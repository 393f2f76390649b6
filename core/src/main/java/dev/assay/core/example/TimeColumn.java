package dev.assay.core.example;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.OptionalLong;

/** The time of each example, in seconds since 1970-01-01T00:00Z; never missing. Immutable. */
public final class TimeColumn {

  /** Seconds of a day. */
  public static final long DAY = 86_400;

  private final long[] seconds;

  private TimeColumn(long[] seconds) {
    this.seconds = seconds;
  }

  /** A column that takes the array over; the caller must not write to it any more. */
  public static TimeColumn takeOver(long[] epochSeconds) {
    return new TimeColumn(epochSeconds);
  }

  /** The number of rows, {@code n}. */
  public int size() {
    return seconds.length;
  }

  /**
   * The earliest day of any row.
   *
   * @throws IllegalStateException where there is no row
   */
  public LocalDate firstDay() {
    return day(Arrays.stream(seconds).min());
  }

  /**
   * The latest day of any row.
   *
   * @throws IllegalStateException where there is no row
   */
  public LocalDate lastDay() {
    return day(Arrays.stream(seconds).max());
  }

  private static LocalDate day(OptionalLong second) {
    long found = second.orElseThrow(() -> new IllegalStateException("No row has a day."));
    return LocalDate.ofEpochDay(Math.floorDiv(found, DAY));
  }

  /** The time of a row in seconds since the epoch. */
  public long epochSecond(int row) {
    return seconds[row];
  }

  /** The time of a row. */
  public Instant instant(int row) {
    return Instant.ofEpochSecond(seconds[row]);
  }

  /** The day of a row in UTC, as days since 1970-01-01. */
  public long epochDay(int row) {
    return Math.floorDiv(seconds[row], DAY);
  }

  /** The day of a row in UTC. */
  public LocalDate day(int row) {
    return LocalDate.ofEpochDay(epochDay(row));
  }

  /** The month of a row in UTC, as months since 1970-01. */
  public int epochMonth(int row) {
    LocalDate day = instant(row).atOffset(ZoneOffset.UTC).toLocalDate();
    return (day.getYear() - 1970) * 12 + day.getMonthValue() - 1;
  }

  /** The times of some rows, in the order given. */
  public TimeColumn select(int[] rows) {
    long[] selected = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = seconds[rows[i]];
    }
    return new TimeColumn(selected);
  }
}
