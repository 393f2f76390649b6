package dev.assay.pipeline.data;

import java.time.LocalDate;
import java.util.Optional;

/** Days of a dataset. */
public sealed interface DaySelection {

  /** Which days, in words. */
  String words();

  /** Every day, or every row of data without time. */
  record All() implements DaySelection {
    @Override
    public String words() {
      return "all days";
    }
  }

  /**
   * Days between two days, both included.
   *
   * @param from the first day; empty for the first of the data
   * @param to the last day, not before {@code from}; empty for the last of the data
   */
  record Between(Optional<LocalDate> from, Optional<LocalDate> to) implements DaySelection {
    /** Checks the order. */
    public Between {
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        throw new IllegalArgumentException("The days from " + from.get() + " to " + to.get() + ".");
      }
    }

    @Override
    public String words() {
      String start = from.map(day -> "from " + day).orElse("");
      String end = to.map(day -> "to " + day).orElse("");
      return (start + " " + end).strip();
    }
  }

  /**
   * The last days up to the as-of day.
   *
   * @param days how many, at least 1
   */
  record Last(int days) implements DaySelection {
    /** Checks the count. */
    public Last {
      if (days < 1) {
        throw new IllegalArgumentException("The last " + days + " days.");
      }
    }

    @Override
    public String words() {
      return "the last " + days + " days";
    }
  }
}
