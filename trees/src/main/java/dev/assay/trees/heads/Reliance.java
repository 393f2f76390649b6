package dev.assay.trees.heads;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.IntervalValue;

/**
 * How far a stack relies on its heads: by what leaving them out does to the log loss out of fold,
 * and not by the size of coefficients, which a weak or a badly scaled head makes large.
 */
enum Reliance {
  /** Leaving the heads out raises the loss. */
  RELIES("relies on the heads"),
  /** Whatever leaving them out does is less than {@link #NEGLIGIBLE} of the loss. */
  IGNORES("ignores the heads"),
  /** Leaving them out lowers the loss. */
  SUFFERS("is the worse for the heads"),
  /** The interval holds both no effect and one that matters. */
  UNDECIDED("may or may not gain from the heads"),
  /** No head could be trained. */
  HEADLESS("has no heads");

  /** A change below this share of the loss without heads is none. */
  static final double NEGLIGIBLE = 0.01;

  private final String words;

  Reliance(String words) {
    this.words = words;
  }

  /**
   * The reading of a change.
   *
   * @param lossWithout the log loss of the base alone
   * @param change by how much it changes where the heads are left out
   */
  static Reliance of(MetricValue lossWithout, Estimate change) {
    if (!(change.interval() instanceof IntervalValue.Defined(Interval range))
        || !(lossWithout instanceof MetricValue.Defined(double loss))) {
      return UNDECIDED;
    }
    double margin = NEGLIGIBLE * loss;
    if (range.low() > -margin && range.high() < margin) {
      return IGNORES;
    }
    if (range.low() > 0) {
      return RELIES;
    }
    return range.high() < 0 ? SUFFERS : UNDECIDED;
  }

  /** What the stack does, to follow 'the stack'. */
  String words() {
    return words;
  }
}
