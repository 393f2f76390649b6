package dev.assay.core.gate;

import java.util.List;

/**
 * Serving the candidate may cost so much.
 *
 * @param name the gate's name
 * @param cost which cost
 * @param atMost the most, in the cost's unit, {@code >= 0}
 * @param inconclusive which way it falls when the evidence does not suffice
 */
public record CostGate(String name, Cost cost, double atMost, Inconclusive inconclusive)
    implements Gate {

  /** What serving costs. */
  public enum Cost {
    /** The 95th percentile of the time that one request takes, in milliseconds. */
    P95_LATENCY("p95 latency", "ms"),
    /** The size of the files that are served, in bytes. */
    SIZE("size", "bytes");

    private final String words;
    private final String unit;

    Cost(String words, String unit) {
      this.words = words;
      this.unit = unit;
    }

    /** The cost in words. */
    public String words() {
      return words;
    }

    /** What it is counted in. */
    public String unit() {
      return unit;
    }
  }

  /** Refuses a negative or endless limit. */
  public CostGate {
    if (!(atMost >= 0 && Double.isFinite(atMost))) {
      throw new IllegalArgumentException("A cost of at most " + atMost + ".");
    }
  }

  @Override
  public List<String> holdouts() {
    return List.of();
  }

  @Override
  public String words() {
    return "%s may be at most %s %s".formatted(cost.words(), Words.plain(atMost), cost.unit());
  }
}
