package dev.assay.core.gate;

import java.util.List;

/**
 * The median, mean or worst of the candidate's figures of several subjects must keep a limit.
 * Judged by its bound, the interval is one of 95%: over the subjects as a sample of such for the
 * median (order statistics) and the mean (t); for the worst of these very subjects the one that
 * their intervals leave, all held together.
 *
 * @param name the gate's name
 * @param target what is summed up
 * @param summary how
 * @param limit what the summary must keep
 * @param handling how uncertainty is dealt with
 */
public record SummaryGate(
    String name, Target target, Summary summary, Limit limit, Handling handling) implements Gate {

  /**
   * With fewer subjects left the gate is undecidable: not even the extremes of five enclose a
   * median with 95%.
   */
  public static final int LEAST_SUBJECTS = 6;

  /** How several figures become one. */
  public enum Summary {
    /** The middle one. */
    MEDIAN,
    /** Their mean, each counting the same. */
    MEAN,
    /** The worst one: the least, or the greatest where lower is better. */
    WORST
  }

  /** Refuses the worst of a metric that is neither good nor bad. */
  public SummaryGate {
    if (summary == Summary.WORST) {
      ChangeGate.checkSense(target);
    }
  }

  @Override
  public List<String> holdouts() {
    return target.holdouts();
  }

  @Override
  public Inconclusive inconclusive() {
    return handling.inconclusive();
  }

  @Override
  public String words() {
    return "the %s of %s must be %s"
        .formatted(Words.lower(summary), Words.of(target), limit.words());
  }
}
