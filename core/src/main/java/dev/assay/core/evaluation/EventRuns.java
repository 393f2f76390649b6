package dev.assay.core.evaluation;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers rows into runs: rows of one group of which each is at most a day after the one before. A
 * row without a group is a run of its own. The order is found once and used for every label.
 */
final class EventRuns {

  /** Stands for a row that is in no run. */
  static final int NONE = -1;

  private final CategoricalColumn groups;
  private final TimeColumn times;
  private final int[] byGroupAndDay;

  private EventRuns(CategoricalColumn groups, TimeColumn times) {
    this.groups = groups;
    this.times = times;
    this.byGroupAndDay = order(groups, times);
  }

  /** Runs in rows with these attributes, or null where they lack group or time. */
  static @Nullable EventRuns in(Attributes attributes) {
    CategoricalColumn groups = attributes.group().orElse(null);
    TimeColumn times = attributes.time().orElse(null);
    return groups == null || times == null ? null : new EventRuns(groups, times);
  }

  private static int[] order(CategoricalColumn groups, TimeColumn times) {
    int n = groups.size();
    int[] starts = new int[groups.levels().size() + 2];
    for (int row = 0; row < n; row++) {
      starts[groups.code(row) + 2]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] next = starts.clone();
    long[] dayAndRow = new long[n];
    for (int row = 0; row < n; row++) {
      dayAndRow[next[groups.code(row) + 1]++] = times.epochDay(row) << Integer.SIZE | row;
    }
    for (int i = 0; i + 1 < starts.length; i++) {
      Arrays.sort(dayAndRow, starts[i], starts[i + 1]);
    }
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = (int) dayAndRow[i];
    }
    return rows;
  }

  /** The run of each row, numbered from 0, or {@link #NONE} for rows that do not belong. */
  int[] among(IntPredicate belongs) {
    int[] runs = new int[byGroupAndDay.length];
    Arrays.fill(runs, NONE);
    int run = NONE;
    int last = NONE;
    for (int row : byGroupAndDay) {
      if (belongs.test(row)) {
        if (last == NONE || !follows(last, row)) {
          run++;
        }
        runs[row] = run;
        last = row;
      }
    }
    return runs;
  }

  private boolean follows(int last, int row) {
    return groups.code(row) != CategoricalColumn.MISSING
        && groups.code(row) == groups.code(last)
        && times.epochDay(row) - times.epochDay(last) <= 1;
  }
}
