package dev.assay.core.statistics;

/** An interval, or the reason why there is none. */
public sealed interface IntervalValue {

  /**
   * An interval.
   *
   * @param interval the range
   */
  record Defined(Interval interval) implements IntervalValue {}

  /**
   * No interval.
   *
   * @param reason why, in words that can stand in a report
   */
  record Undefined(String reason) implements IntervalValue {
    /** Refuses a blank reason. */
    public Undefined {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("An undefined interval needs a reason.");
      }
    }
  }

  /** An interval. */
  static IntervalValue of(Interval interval) {
    return new Defined(interval);
  }

  /** No interval, for a reason. */
  static IntervalValue undefined(String reason) {
    return new Undefined(reason);
  }

  /** Whether there is an interval. */
  default boolean isDefined() {
    return this instanceof Defined;
  }

  /**
   * The interval.
   *
   * @throws IllegalStateException with the reason where there is none
   */
  default Interval orThrow() {
    return switch (this) {
      case Defined defined -> defined.interval();
      case Undefined undefined -> throw new IllegalStateException(undefined.reason());
    };
  }
}
