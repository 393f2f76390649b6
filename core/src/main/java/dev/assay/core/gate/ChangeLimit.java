package dev.assay.core.gate;

import dev.assay.core.metric.Metric;

/**
 * How a metric may change against the champion. Losing means getting worse and gaining getting
 * better, whichever way the metric runs.
 *
 * @param kind whether a loss is bounded or a gain is asked for
 * @param by how much, in the metric's own unit, {@code >= 0}
 */
public record ChangeLimit(Kind kind, double by) {

  /** What is asked of a change. */
  public enum Kind {
    /** The metric may get worse by so much. */
    LOSE_AT_MOST,
    /** The metric must get better by so much. */
    GAIN_AT_LEAST
  }

  /** Refuses a negative amount. */
  public ChangeLimit {
    if (!(by >= 0 && Double.isFinite(by))) {
      throw new IllegalArgumentException("A change is bounded by 0 or more, not by " + by + ".");
    }
  }

  /** The metric may get worse by so much. */
  public static ChangeLimit loseAtMost(double by) {
    return new ChangeLimit(Kind.LOSE_AT_MOST, by);
  }

  /** The metric must get better by so much. */
  public static ChangeLimit gainAtLeast(double by) {
    return new ChangeLimit(Kind.GAIN_AT_LEAST, by);
  }

  /** The limit that candidate minus champion must keep. */
  Limit ofDifference(Metric metric) {
    return metric.higherIsBetter() ? Limit.atLeast(leastGain()) : Limit.atMost(-leastGain());
  }

  /** Whether whatever keeps this limit keeps the other one too. */
  boolean isAsStrictAs(ChangeLimit other) {
    return Limit.atLeast(leastGain()).isAsStrictAs(Limit.atLeast(other.leastGain()));
  }

  private double leastGain() {
    return switch (kind) {
      case LOSE_AT_MOST -> -by;
      case GAIN_AT_LEAST -> by;
    };
  }

  /** The limit in words: {@code lose at most 0.02}. */
  public String words() {
    return switch (kind) {
      case LOSE_AT_MOST -> "lose at most " + Words.plain(by);
      case GAIN_AT_LEAST -> "gain at least " + Words.plain(by);
    };
  }
}
