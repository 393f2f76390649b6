package dev.assay.data.prior;

import dev.assay.core.example.CategoricalColumn;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows with a known label, group by group in the order of days, and the runs of positive ones.
 * A run is positive rows of one group of which each is on the day of the one before or the next
 * day. Where no group is declared all rows count as one.
 */
final class Timeline {

  private static final int NO_RUN = -1;

  private final Periods periods;
  private final @Nullable CategoricalColumn group;
  private final int[] rows;
  private final int[] runOf;
  private final long[] runStart;

  Timeline(Periods periods) {
    this.periods = periods;
    group = periods.dataset().attributes().group().orElse(null);
    rows = inOrder();
    runOf = new int[rows.length];
    Arrays.fill(runOf, NO_RUN);
    long[] starts = new long[rows.length];
    int runs = 0;
    int previous = NO_RUN;
    for (int at = 0; at < rows.length; at++) {
      if (periods.isPositive(rows[at])) {
        boolean goesOn =
            previous >= 0
                && groupOf(rows[previous]) == groupOf(rows[at])
                && periods.day(rows[at]) - periods.day(rows[previous]) <= 1;
        if (!goesOn) {
          starts[runs++] = periods.day(rows[at]);
        }
        runOf[at] = runs - 1;
        previous = at;
      }
    }
    runStart = Arrays.copyOf(starts, runs);
  }

  /** By group, day and row: counted into groups, then sorted by day within each. */
  private int[] inOrder() {
    int[] end = new int[group == null ? 1 : group.levels().size() + 1];
    int known = 0;
    for (int row = 0; row < periods.size(); row++) {
      if (periods.isKnown(row)) {
        end[groupOf(row)]++;
        known++;
      }
    }
    Arrays.parallelPrefix(end, Integer::sum);
    int[] next = new int[end.length];
    System.arraycopy(end, 0, next, 1, end.length - 1);
    long[] packed = new long[known];
    for (int row = 0; row < periods.size(); row++) {
      if (periods.isKnown(row)) {
        packed[next[groupOf(row)]++] = periods.day(row) << Integer.SIZE | row;
      }
    }
    for (int slot = 0; slot < end.length; slot++) {
      Arrays.sort(packed, slot == 0 ? 0 : end[slot - 1], end[slot]);
    }
    int[] ordered = new int[known];
    Arrays.setAll(ordered, at -> (int) packed[at]);
    return ordered;
  }

  private int groupOf(int row) {
    return group == null ? 0 : group.code(row) + 1;
  }

  /** How many rows there are. */
  int size() {
    return rows.length;
  }

  /** The row at a position. */
  int row(int at) {
    return rows[at];
  }

  /** The number of the run at a position, or a negative number where the row is not positive. */
  int run(int at) {
    return runOf[at];
  }

  /**
   * Whether the row at each position would be positive under another horizon. A run that starts on
   * day {@code s} under the horizon {@code H} means a first incident on day {@code s + H}: under a
   * shorter one it starts {@code H - h} days later, under a longer one {@code h - H} days earlier.
   */
  boolean[] positiveUnder(int declaredDays, int days) {
    boolean[] positive = new boolean[rows.length];
    int shift = declaredDays - days;
    long nextStart = Long.MAX_VALUE;
    for (int at = rows.length - 1; at >= 0; at--) {
      if (at + 1 < rows.length && groupOf(rows[at + 1]) != groupOf(rows[at])) {
        nextStart = Long.MAX_VALUE;
      }
      long day = periods.day(rows[at]);
      if (runOf[at] >= 0) {
        nextStart = runStart[runOf[at]];
        positive[at] = day >= nextStart + shift;
      } else {
        positive[at] = nextStart != Long.MAX_VALUE && day >= nextStart + shift;
      }
    }
    return positive;
  }
}
