package dev.assay.core.evaluation;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells which positive rows are of one independent event; see {@link Support} for the rule. */
final class Events {

  /** Stands for a row that is of no event. */
  static final int NONE = EventRuns.NONE;

  private final int rows;
  private final @Nullable CategoricalColumn declared;
  private final @Nullable EventRuns runs;

  Events(Attributes attributes) {
    rows = attributes.size();
    declared = attributes.event().orElse(null);
    runs = declared == null ? EventRuns.in(attributes) : null;
  }

  /** The event of each row, numbered from 0, or {@link #NONE} for rows that are not positive. */
  int[] among(IntPredicate positive) {
    return runs != null ? runs.among(positive) : declaredAmong(positive);
  }

  private int[] declaredAmong(IntPredicate positive) {
    int[] events = new int[rows];
    Arrays.fill(events, NONE);
    int[] numbers = new int[declared == null ? 0 : declared.levels().size()];
    Arrays.fill(numbers, NONE);
    int next = 0;
    for (int row = 0; row < rows; row++) {
      if (positive.test(row)) {
        int code = declared == null ? CategoricalColumn.MISSING : declared.code(row);
        if (code == CategoricalColumn.MISSING) {
          events[row] = next++;
        } else {
          numbers[code] = numbers[code] == NONE ? next++ : numbers[code];
          events[row] = numbers[code];
        }
      }
    }
    return events;
  }

  /**
   * How many different events the rows of each cell touch.
   *
   * @param events the event of each row
   * @param cellOf the cell of a row, negative for none
   * @param cells how many cells there are
   */
  static long[] countByCell(int[] events, IntUnaryOperator cellOf, int cells) {
    int[] ordered = rowsByEvent(events);
    int[] lastSeen = new int[cells];
    Arrays.fill(lastSeen, NONE);
    long[] counts = new long[cells];
    for (int row : ordered) {
      int cell = cellOf.applyAsInt(row);
      if (cell >= 0 && lastSeen[cell] != events[row]) {
        lastSeen[cell] = events[row];
        counts[cell]++;
      }
    }
    return counts;
  }

  private static int[] rowsByEvent(int[] events) {
    int[] starts = new int[count(events) + 1];
    for (int event : events) {
      if (event != NONE) {
        starts[event + 1]++;
      }
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] ordered = new int[starts[starts.length - 1]];
    for (int row = 0; row < events.length; row++) {
      if (events[row] != NONE) {
        ordered[starts[events[row]]++] = row;
      }
    }
    return ordered;
  }

  /** How many events there are. */
  static int count(int[] events) {
    int count = 0;
    for (int event : events) {
      count = Math.max(count, event + 1);
    }
    return count;
  }
}
