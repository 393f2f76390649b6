package dev.assay.data.prior;

/**
 * The change of a prior by the events behind the positives: an event is a declared one, or a run of
 * positive rows of one group on neighbouring days.
 *
 * @param before the events of the earlier period
 * @param after the events of the later period
 * @param frequency the part of the change that comes from more (or fewer) events by row
 * @param length the part that comes from longer (or shorter) ones
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
}
