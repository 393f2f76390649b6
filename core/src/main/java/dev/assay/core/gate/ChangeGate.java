package dev.assay.core.gate;

import dev.assay.core.metric.Measure;
import java.util.List;

/**
 * A metric of the candidate against the champion's on the same examples, for each subject by
 * itself.
 *
 * @param name the gate's name
 * @param target what is looked at
 * @param limit how it may change
 * @param handling how uncertainty is dealt with
 */
public record ChangeGate(String name, Target target, ChangeLimit limit, Handling handling)
    implements Gate {

  /** Refuses a metric that is neither good nor bad. */
  public ChangeGate {
    checkSense(target);
  }

  static void checkSense(Target target) {
    if (target.metric().measure().sense() == Measure.Sense.NEITHER) {
      throw new IllegalArgumentException(
          target.metric() + " is neither better nor worse when it changes: bound its value.");
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
    return Words.of(target) + " " + Words.changeAsked(limit);
  }
}
