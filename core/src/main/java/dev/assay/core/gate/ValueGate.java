package dev.assay.core.gate;

import java.util.List;

/**
 * A metric of the candidate must keep a limit, for each subject by itself.
 *
 * @param name the gate's name
 * @param target what is looked at
 * @param limit what it must keep
 * @param handling how uncertainty is dealt with
 */
public record ValueGate(String name, Target target, Limit limit, Handling handling)
    implements Gate {

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
    return Words.of(target) + " must be " + limit.words();
  }
}
