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
    P95_LATENCY("p95 latency"),
    /** The size of the files that are served, in bytes. */
    SIZE("size");

    private final String words;

    Cost(String words) {
      this.words = words;
    }

    /** The cost in words. */
    public String words() {
      return words;
    }

    /** So much of it as measured, to three significant digits with its unit. */
    String measured(double amount) {
      return CostUnit.of(this, amount).measured(amount);
    }

    /** So much of it as a limit, with every digit and its unit. */
    String limit(double amount) {
      return CostUnit.of(this, amount).limit(amount);
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
    return cost.words() + " " + bound();
  }

  /** What is asked: {@code may be at most 30 MB}. */
  String bound() {
    return "may be at most " + cost.limit(atMost);
  }
}
