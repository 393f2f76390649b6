package dev.assay.core.gate;

import java.util.List;

/**
 * No label with enough support may be predicted everywhere, nowhere, or be scored by a constant.
 * Applied to every holdout that a gate looks at, also where no gate asks for it.
 *
 * @param name the gate's name
 * @param holdouts the holdouts' names, at least one
 * @param minimumSupport the support from which on a label's positives must be found; as many
 *     negatives must be there for predicting it everywhere to be wrong
 * @param inconclusive which way it falls where no label has enough support
 */
public record DegenerateGate(
    String name, List<String> holdouts, MinimumSupport minimumSupport, Inconclusive inconclusive)
    implements Gate {

  /** The support from which on a label must not be degenerate, unless said otherwise. */
  public static final MinimumSupport DEFAULT_SUPPORT = MinimumSupport.events(10);

  /** Copies the holdouts and refuses none. */
  public DegenerateGate {
    holdouts = Target.checked(holdouts);
  }

  @Override
  public String words() {
    return "predictions on " + String.join(", ", holdouts) + " must not be degenerate";
  }
}
