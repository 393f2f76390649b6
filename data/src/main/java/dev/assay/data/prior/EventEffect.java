package dev.assay.data.prior;

import dev.assay.core.example.CategoricalColumn;
import java.util.HashSet;
import java.util.Set;

/**
 * The change of a prior by the events behind the positives: an event is a declared one, or a run of
 * positive rows of one group on neighbouring days. An event that reaches over the border of the
 * periods counts in both.
 *
 * @param before the events of the earlier period
 * @param after the events of the later period
 * @param frequency the part of the change that comes from more (or fewer) events by row
 * @param length the part that comes from longer (or shorter) ones; both parts sum to the change
 */
public record EventEffect(EventCount before, EventCount after, double frequency, double length) {

  /**
   * The events of a period.
   *
   * @param rows rows with a known label
   * @param positives positive rows
   * @param events independent events among them
   */
  public record EventCount(long rows, long positives, long events) {

    /** Positive rows by event, 0 where there is none. */
    public double meanLength() {
      return events == 0 ? 0 : (double) positives / events;
    }

    /** What the rate would be if every event counted one row. */
    public Rate oncePerEvent() {
      return new Rate(rows, events);
    }
  }

  /** Of both periods; see {@link #split}. */
  static EventEffect of(Periods periods, Timeline timeline) {
    return split(count(periods, timeline, 0), count(periods, timeline, 1));
  }

  private static EventCount count(Periods periods, Timeline timeline, int period) {
    CategoricalColumn declared = periods.dataset().attributes().event().orElse(null);
    Set<Long> events = new HashSet<>();
    long rows = 0;
    long positives = 0;
    for (int at = 0; at < timeline.size(); at++) {
      int row = timeline.row(at);
      if (periods.period(row) == period) {
        rows++;
        if (timeline.run(at) >= 0) {
          positives++;
          int event = declared == null ? CategoricalColumn.MISSING : declared.code(row);
          // Negative numbers keep undeclared runs apart from declared events.
          events.add(event == CategoricalColumn.MISSING ? -1L - timeline.run(at) : event);
        }
      }
    }
    return new EventCount(rows, positives, events.size());
  }

  /**
   * The rate is events by row times rows by event, and the change of a product divides exactly into
   * the change of each factor at the mean of the other. A period without events has no length; it
   * is given the other's, so that all of the change is frequency.
   */
  private static EventEffect split(EventCount before, EventCount after) {
    double f0 = (double) before.events() / before.rows();
    double f1 = (double) after.events() / after.rows();
    double l0 = before.events() == 0 ? after.meanLength() : before.meanLength();
    double l1 = after.events() == 0 ? before.meanLength() : after.meanLength();
    return new EventEffect(before, after, (f1 - f0) * (l0 + l1) / 2, (l1 - l0) * (f0 + f1) / 2);
  }
}
