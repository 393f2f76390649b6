package dev.assay.data.source;

import dev.assay.data.internal.DuckDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells from all values of a text column what it holds. A column that is nearly all numbers holds
 * numbers, and the rest are problems to report rather than a reason to take numbers for names.
 */
final class TextProfile {

  private static final int COUNTS = 4;

  /** One stray text makes no text column of at least so many numbers. */
  private static final int NUMBERS_BESIDE_ONE_STRAY = 20;

  /** Beyond them, the share of strays in a column of numbers is at most one in so many. */
  private static final int ONE_STRAY_IN = 100;

  private TextProfile() {}

  /** The columns, those without a type of their own looked through. */
  static List<RawColumn> profile(DuckDb database, String relation, List<RawColumn> columns)
      throws SQLException {
    List<RawColumn> untyped = columns.stream().filter(RawColumn::untyped).toList();
    if (untyped.isEmpty()) {
      return columns;
    }
    String counts =
        untyped.stream().map(TextProfile::counts).collect(Collectors.joining(", ", "SELECT ", ""));
    long[] found = database.numbers(counts + " FROM " + relation);
    List<RawColumn> profiled = new ArrayList<>();
    int next = 0;
    for (RawColumn column : columns) {
      profiled.add(column.untyped() ? typed(column, found, COUNTS * next++) : column);
    }
    return profiled;
  }

  private static String counts(RawColumn column) {
    String text = column.text();
    return "count(%1$s), count(TRY_CAST(%1$s AS DOUBLE)),".formatted(text)
        + " count(*) FILTER (lower(%1$s) IN ('true', 'false')),".formatted(text)
        + " count(TRY_CAST(%1$s AS TIMESTAMP))".formatted(text);
  }

  private static RawColumn typed(RawColumn column, long[] found, int from) {
    long values = found[from];
    long numbers = found[from + 1];
    long misfits = values - numbers;
    if (misfits <= strays(numbers)) {
      return column.looksLike(RawColumn.Kind.NUMBER, misfits);
    }
    if (found[from + 2] == values) {
      return column.looksLike(RawColumn.Kind.FLAG, 0);
    }
    return found[from + 3] == values ? column.looksLike(RawColumn.Kind.TIME, 0) : column;
  }

  private static long strays(long numbers) {
    return numbers < NUMBERS_BESIDE_ONE_STRAY ? 0 : Math.max(1, numbers / (ONE_STRAY_IN - 1));
  }
}
