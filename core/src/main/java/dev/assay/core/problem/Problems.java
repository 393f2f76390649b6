package dev.assay.core.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the problems of one input so that the user sees all of them at once. Not thread-safe.
 *
 * <p>At most {@link #LIMIT} are kept word for word; the others are counted, so that a file of a
 * million bad rows neither fills the memory nor the screen.
 */
public final class Problems {

  /** How many problems are kept word for word. */
  public static final int LIMIT = 100;

  private final List<Problem> kept = new ArrayList<>();
  private long found;

  /** Notes a problem; see {@link Problem} for the parts. */
  public void add(String where, String what, String mend) {
    add(new Problem(where, what, mend));
  }

  /** Notes a problem. */
  public void add(Problem problem) {
    found++;
    if (kept.size() < LIMIT) {
      kept.add(problem);
    }
  }

  /** Takes over the problems of another input. */
  public void addAll(List<Problem> problems) {
    problems.forEach(this::add);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found == 0;
  }

  /** How many problems were found, kept or not. */
  public long count() {
    return found;
  }

  /** The problems kept, in the order in which they were found. */
  public List<Problem> list() {
    return List.copyOf(kept);
  }

  /**
   * Ends the check.
   *
   * @throws InvalidInputException with every problem found, where there is one
   */
  public void throwIfAny() {
    if (found > 0) {
      throw new InvalidInputException(kept, found);
    }
  }
}
