package dev.assay.core.gate;

import java.util.List;

/**
 * No subject may be called a regression against the champion, see {@link Regressions}. Unlike a
 * {@link ChangeGate} that is judged by its bound, it does not ask for proof that nothing was lost:
 * it passes where no loss stands out from what chance does to so many figures, and its evidence
 * says how large a loss would have to be to show.
 *
 * @param name the gate's name
 * @param target what is looked at; all subjects on all its holdouts are judged together
 * @param inconclusive which way it falls where nothing could be judged
 */
public record RegressionGate(String name, Target target, Inconclusive inconclusive)
    implements Gate {

  /** Refuses a metric that is neither good nor bad. */
  public RegressionGate {
    ChangeGate.checkSense(target);
  }

  @Override
  public List<String> holdouts() {
    return target.holdouts();
  }

  @Override
  public String words() {
    return Words.of(target) + " may not regress";
  }
}
