package dev.assay.core.statistics;

import java.util.List;

/** The sides of a figure, recomputed under the same weightings. */
final class Weighed {

  private final List<Recomputed> sides;
  private final Spread spread;
  private final double level;

  Weighed(List<Recomputed> sides, Spread spread, double level) {
    this.sides = List.copyOf(sides);
    this.spread = spread;
    this.level = level;
  }

  /** The estimate of one side. */
  Estimate estimate(int side) {
    return spread.estimate(sides.get(side), level);
  }

  /** The estimate of one side minus another, weighting by weighting. */
  Estimate difference(int side, int other) {
    return spread.estimate(sides.get(side).minus(sides.get(other)), level);
  }
}
