package dev.assay.core.metric;

/** The value of a metric, or the reason why it has none; never NaN and never a silent 0. */
public sealed interface MetricValue {

  /**
   * A value.
   *
   * @param value a finite number
   */
  record Defined(double value) implements MetricValue {
    /** Refuses NaN and infinities. */
    public Defined {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("A defined metric is finite, not " + value + ".");
      }
    }
  }

  /**
   * No value.
   *
   * @param reason why, in words that can stand in a report, e.g. {@code no positive in 17 rows}
   */
  record Undefined(String reason) implements MetricValue {
    /** Refuses a blank reason. */
    public Undefined {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("An undefined metric needs a reason.");
      }
    }
  }

  /** A value. */
  static MetricValue of(double value) {
    return new Defined(value);
  }

  /** No value, for a reason. */
  static MetricValue undefined(String reason) {
    return new Undefined(reason);
  }

  /** Whether there is a value. */
  default boolean isDefined() {
    return this instanceof Defined;
  }

  /**
   * The value.
   *
   * @throws IllegalStateException with the reason where there is none
   */
  default double orThrow() {
    return switch (this) {
      case Defined defined -> defined.value();
      case Undefined undefined -> throw new IllegalStateException(undefined.reason());
    };
  }
}
