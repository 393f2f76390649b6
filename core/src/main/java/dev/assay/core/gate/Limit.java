package dev.assay.core.gate;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.Interval;

/**
 * A limit that a figure must keep.
 *
 * @param direction which side of the value is allowed
 * @param value the value, itself allowed
 */
public record Limit(Direction direction, double value) {

  /**
   * How far a figure may miss a limit and still keep it. Decimal limits have no exact binary value:
   * without it 0.80 minus 0.02 would not be at least 0.78.
   */
  public static final double TOLERANCE = 1e-9;

  /** Which side of a limit is allowed. */
  public enum Direction {
    /** The limit and above. */
    AT_LEAST,
    /** The limit and below. */
    AT_MOST
  }

  /** Refuses a value that is no number. */
  public Limit {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A limit is finite, not " + value + ".");
    }
  }

  /** The value and above. */
  public static Limit atLeast(double value) {
    return new Limit(Direction.AT_LEAST, value);
  }

  /** The value and below. */
  public static Limit atMost(double value) {
    return new Limit(Direction.AT_MOST, value);
  }

  /** Whether a figure keeps the limit, give or take {@link #TOLERANCE}. */
  public boolean holds(double figure) {
    return switch (direction) {
      case AT_LEAST -> figure >= value - TOLERANCE;
      case AT_MOST -> figure <= value + TOLERANCE;
    };
  }

  /** Whether all of an interval keeps the limit. */
  boolean holdsAll(Interval interval) {
    return holds(interval.low()) && holds(interval.high());
  }

  /** Whether none of an interval keeps the limit. */
  boolean holdsNone(Interval interval) {
    return !holds(interval.low()) && !holds(interval.high());
  }

  /** The one-sided p-value of a figure that misses the limit, see {@link Estimate#pValue}. */
  MetricValue pValueOfMissing(Estimate figure) {
    return switch (direction) {
      case AT_LEAST -> figure.pValue(value, Estimate.Alternative.LOWER);
      case AT_MOST -> figure.pValue(value, Estimate.Alternative.HIGHER);
    };
  }

  /** Whether whatever keeps this limit keeps the other one too. */
  boolean isAsStrictAs(Limit other) {
    return direction == other.direction && other.holds(value);
  }

  /** The limit in words: {@code at least 0.85}. */
  public String words() {
    return switch (direction) {
      case AT_LEAST -> "at least " + Words.plain(value);
      case AT_MOST -> "at most " + Words.plain(value);
    };
  }
}
