package dev.assay.core.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The user's input is wrong. Carries every problem of that input; a front door prints them and ends
 * with exit code 2, without a stack trace.
 */
public final class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final long found;

  /** An input with one problem; see {@link Problem} for the parts. */
  public InvalidInputException(String where, String what, String mend) {
    this(List.of(new Problem(where, what, mend)));
  }

  /** An input with these problems, at least one. */
  public InvalidInputException(List<Problem> problems) {
    this(problems, problems.size());
  }

  InvalidInputException(List<Problem> problems, long found) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("Input without a problem is not invalid.");
    }
    this.problems = List.copyOf(problems);
    this.found = found;
  }

  /** The problems, at least one, in the order in which they were found. */
  public List<Problem> problems() {
    return problems;
  }

  /** How many problems were found beyond those that {@link #problems()} lists. */
  public long unlisted() {
    return found - problems.size();
  }
}
