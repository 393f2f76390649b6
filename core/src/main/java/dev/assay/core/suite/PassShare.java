package dev.assay.core.suite;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.core.statistics.Wilson;

/**
 * How many of some vectors pass. Vectors that are known to fail, or were not judged, are not among
 * them.
 *
 * @param of whose share it is, such as a functionality
 * @param passed how many pass, {@code 0 <= passed <= cases}
 * @param cases how many there are
 */
public record PassShare(String of, long passed, long cases) {

  /** Refuses counts that cannot be. */
  public PassShare {
    if (passed < 0 || passed > cases) {
      throw new IllegalArgumentException(of + ": " + passed + " of " + cases + " pass.");
    }
  }

  /** The share in {@code [0, 1]}; undefined without cases. */
  public MetricValue value() {
    return cases == 0 ? MetricValue.undefined("no case") : MetricValue.of((double) passed / cases);
  }

  /**
   * Wilson's interval of the share, which takes the cases for independent: of cases that were made
   * from one template it is narrower than it should be.
   *
   * @param level the confidence, {@code 0 < level < 1}
   */
  public IntervalValue interval(double level) {
    return Wilson.interval(passed, cases, level);
  }
}
