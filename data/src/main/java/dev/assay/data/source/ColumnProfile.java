package dev.assay.data.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the values of a column look like.
 *
 * @param name the column
 * @param kind what its values are
 * @param known how many rows have a value
 * @param missing how many rows have none
 * @param distinct how many different values there are
 * @param levels the values with their counts, most frequent first, then by value; empty where there
 *     are more than {@link #MAX_LEVELS}
 * @param meanWords how many words a known value of a column of texts has on average, as spaces tell
 *     them apart; 0 for other columns
 * @param firstDay the earliest day of a column of times
 * @param lastDay the latest day of a column of times
 */
public record ColumnProfile(
    String name,
    Kind kind,
    long known,
    long missing,
    long distinct,
    List<Level> levels,
    double meanWords,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay) {

  /** Above so many different values they are not listed. */
  public static final int MAX_LEVELS = 50;

  /** Names have fewer words than this on average. */
  private static final double LEAST_WORDS = 5;

  /** What values are. */
  public enum Kind {
    /** Whole numbers. */
    WHOLE,
    /** Numbers, not all of them whole. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** Texts. */
    TEXT,
    /** Days or times. */
    TIME,
    /** Lists and whatever else is neither input nor label as it stands. */
    OTHER
  }

  /**
   * A value and how many rows have it.
   *
   * @param value the value as text
   * @param rows how many rows
   */
  public record Level(String value, long rows) {}

  /** Copies the list. */
  public ColumnProfile {
    levels = List.copyOf(levels);
  }

  /** Whether the values read like running text: of many words, and mostly different. */
  public boolean isRunningText() {
    return kind == Kind.TEXT && meanWords >= LEAST_WORDS && 2 * distinct > known;
  }
}
