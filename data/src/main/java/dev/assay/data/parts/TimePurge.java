package dev.assay.data.parts;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which rows of a judging set lie, by group, and whether another row is within a
 * label's horizon of one of them. A label at day {@code d} looks at the days up to {@code d +
 * horizon}, so rows of one group that are {@code horizon} days apart or nearer can share an event.
 * Where no group is declared all rows count as one.
 */
public final class TimePurge {

  private static final String NO_GROUP = "";

  private final Map<String, long[]> daysOfGroup;
  private final int horizonDays;

  private TimePurge(Map<String, long[]> daysOfGroup, int horizonDays) {
    this.daysOfGroup = daysOfGroup;
    this.horizonDays = horizonDays;
  }

  /**
   * The days of some rows.
   *
   * @param attributes rows with a time, and a group where one is declared
   * @param rows which of them judge
   * @param horizonDays how many days ahead a label looks; with 0 nothing is near
   */
  public static TimePurge around(Attributes attributes, IntPredicate rows, int horizonDays) {
    TimeColumn time = attributes.time().orElseThrow();
    @Nullable CategoricalColumn group = attributes.group().orElse(null);
    int levels = group == null ? 0 : group.levels().size();
    int[] counts = new int[levels + 1];
    for (int row = 0; row < attributes.size(); row++) {
      if (rows.test(row)) {
        counts[slot(group, row)]++;
      }
    }
    long[][] days = new long[levels + 1][];
    Arrays.setAll(days, slot -> new long[counts[slot]]);
    for (int row = 0; row < attributes.size(); row++) {
      if (rows.test(row)) {
        int slot = slot(group, row);
        days[slot][--counts[slot]] = time.epochDay(row);
      }
    }
    Map<String, long[]> daysOfGroup = new HashMap<>();
    for (int slot = 0; slot <= levels; slot++) {
      if (days[slot].length > 0) {
        Arrays.sort(days[slot]);
        String name = slot == 0 || group == null ? NO_GROUP : group.levels().get(slot - 1);
        daysOfGroup.put(name, days[slot]);
      }
    }
    return new TimePurge(daysOfGroup, horizonDays);
  }

  /** 0 for rows without a group, else one more than the code. */
  private static int slot(@Nullable CategoricalColumn group, int row) {
    return group == null ? 0 : group.code(row) + 1;
  }

  /**
   * Which rows are within the horizon of a judging row of their group, on either side or on its
   * very day.
   *
   * @param attributes rows with a time, of this or another dataset of the same declaration
   */
  public IntPredicate near(Attributes attributes) {
    TimeColumn time = attributes.time().orElseThrow();
    @Nullable CategoricalColumn group = attributes.group().orElse(null);
    int levels = group == null ? 0 : group.levels().size();
    long[][] days = new long[levels + 1][];
    for (int slot = 0; slot <= levels; slot++) {
      String name = slot == 0 || group == null ? NO_GROUP : group.levels().get(slot - 1);
      days[slot] = daysOfGroup.getOrDefault(name, new long[0]);
    }
    return row -> horizonDays > 0 && isNear(days[slot(group, row)], time.epochDay(row));
  }

  private boolean isNear(long[] days, long day) {
    int at = Arrays.binarySearch(days, day);
    if (at >= 0) {
      return true;
    }
    int next = -at - 1;
    return (next < days.length && days[next] - day <= horizonDays)
        || (next > 0 && day - days[next - 1] <= horizonDays);
  }
}
