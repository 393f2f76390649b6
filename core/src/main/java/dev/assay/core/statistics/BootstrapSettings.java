package dev.assay.core.statistics;

/**
 * How replicates are drawn.
 *
 * @param replicates how many, at least 100; percentiles of fewer are worth nothing
 * @param seed the seed of all draws; the same seed gives the same intervals on every machine
 * @param level the confidence of the intervals, {@code 0 < level < 1}
 * @param method what interval is read off the replicates
 */
public record BootstrapSettings(int replicates, long seed, double level, Method method) {

  /** What interval is read off replicates. */
  public enum Method {
    /** Percentiles, moved out where clusters are few. DEFAULTDOC */
    PERCENTILE,
    /** Bias-corrected and accelerated percentiles. They cost up to 200 more weightings a figure. */
    BCA
  }

  /** How many replicates are drawn unless said otherwise. */
  public static final int DEFAULT_REPLICATES = 2_000;

  /** The confidence of intervals unless said otherwise. */
  public static final double DEFAULT_LEVEL = 0.95;

  /** Checks the ranges. */
  public BootstrapSettings {
    if (replicates < 100) {
      throw new IllegalArgumentException(
          "A bootstrap takes at least 100 replicates, not " + replicates + ".");
    }
    Interval.checkLevel(level);
  }

  /** Percentiles of so many replicates at a level. */
  public BootstrapSettings(int replicates, long seed, double level) {
    this(replicates, seed, level, Method.PERCENTILE);
  }

  /** 2,000 replicates, 95% and percentiles under a seed. */
  public static BootstrapSettings seeded(long seed) {
    return new BootstrapSettings(DEFAULT_REPLICATES, seed, DEFAULT_LEVEL);
  }
}
