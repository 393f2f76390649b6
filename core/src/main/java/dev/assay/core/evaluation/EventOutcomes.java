package dev.assay.core.evaluation;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.threshold.DecisionRule;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a label does by events rather than rows: a label with a horizon makes many rows of one event,
 * and it is the event that a user wants to hear of, once.
 *
 * @param label the label's name
 * @param months the outcomes of each group and month that has any, by group, then month
 */
public record EventOutcomes(String label, List<GroupMonth> months) {

  /** Copies the list. */
  public EventOutcomes {
    months = List.copyOf(months);
  }

  /**
   * The outcomes of one group in one month (UTC). An event or false alarm counts in the month of
   * its first row.
   *
   * @param group the group
   * @param month the month
   * @param events independent events, as {@link Support} counts them
   * @param caught events of which at least one positive row was predicted positive
   * @param falseAlarms runs of false positives on neighbouring days
   */
  public record GroupMonth(
      String group, YearMonth month, int events, int caught, int falseAlarms) {}

  /** All events. */
  public int events() {
    return months.stream().mapToInt(GroupMonth::events).sum();
  }

  /** All events caught. */
  public int caught() {
    return months.stream().mapToInt(GroupMonth::caught).sum();
  }

  /** All false alarms. */
  public int falseAlarms() {
    return months.stream().mapToInt(GroupMonth::falseAlarms).sum();
  }

  /**
   * The outcomes of a label; empty where the examples have no group or no time. Rows without a
   * group are left out.
   *
   * @throws IllegalArgumentException for a label that the schema does not have
   */
  public static Optional<EventOutcomes> of(
      Predictions predictions, DecisionRule rule, String label) {
    Attributes attributes = predictions.attributes();
    EventRuns runs = EventRuns.in(attributes);
    if (runs == null) {
      return Optional.empty();
    }
    int column = predictions.schema().indexOf(label);
    boolean[] decided = rule.decide(predictions)[column];
    Labels truth = predictions.truth();
    CategoricalColumn groups = attributes.group().orElseThrow();
    Counter counter = new Counter(groups, attributes.time().orElseThrow());
    int[] events =
        new Events(attributes)
            .among(
                row ->
                    truth.state(row, column) == Labels.POSITIVE
                        && groups.code(row) != CategoricalColumn.MISSING);
    int[] alarms =
        runs.among(
            row ->
                truth.state(row, column) == Labels.NEGATIVE
                    && decided[row]
                    && groups.code(row) != CategoricalColumn.MISSING);
    counter.countEvents(events, decided);
    counter.countAlarms(alarms);
    return Optional.of(new EventOutcomes(label, counter.months()));
  }

  private static final class Counter {

    private static final int EVENTS = 0;
    private static final int CAUGHT = 1;
    private static final int ALARMS = 2;

    private final CategoricalColumn groups;
    private final TimeColumn times;
    private final Map<String, Map<YearMonth, int[]>> counts = new TreeMap<>();

    Counter(CategoricalColumn groups, TimeColumn times) {
      this.groups = groups;
      this.times = times;
    }

    void countEvents(int[] events, boolean[] decided) {
      int[] first = firstRows(events);
      boolean[] caught = new boolean[first.length];
      for (int row = 0; row < events.length; row++) {
        if (events[row] != Events.NONE) {
          caught[events[row]] |= decided[row];
        }
      }
      for (int event = 0; event < first.length; event++) {
        int[] at = at(first[event]);
        at[EVENTS]++;
        at[CAUGHT] += caught[event] ? 1 : 0;
      }
    }

    void countAlarms(int[] alarms) {
      for (int row : firstRows(alarms)) {
        at(row)[ALARMS]++;
      }
    }

    /** The earliest row of each run. */
    private int[] firstRows(int[] runs) {
      int[] first = new int[Events.count(runs)];
      Arrays.fill(first, Events.NONE);
      for (int row = 0; row < runs.length; row++) {
        int run = runs[row];
        if (run != Events.NONE
            && (first[run] == Events.NONE
                || times.epochSecond(row) < times.epochSecond(first[run]))) {
          first[run] = row;
        }
      }
      return first;
    }

    private int[] at(int row) {
      String group = groups.levels().get(groups.code(row));
      return counts
          .computeIfAbsent(group, g -> new TreeMap<>())
          .computeIfAbsent(YearMonth.from(times.day(row)), m -> new int[3]);
    }

    List<GroupMonth> months() {
      List<GroupMonth> months = new ArrayList<>();
      counts.forEach(
          (group, byMonth) ->
              byMonth.forEach(
                  (month, count) ->
                      months.add(
                          new GroupMonth(
                              group, month, count[EVENTS], count[CAUGHT], count[ALARMS]))));
      return months;
    }
  }
}
