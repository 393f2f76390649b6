package dev.assay.core.problem;

import java.util.Objects;

/**
 * One thing that is wrong with a user's input.
 *
 * @param where file and line, column, option or verb, as the user would look it up, e.g. {@code
 *     rows.csv:17}
 * @param what what is wrong there, with the offending value
 * @param mend what to do about it; empty where the statement of the problem says it already
 */
public record Problem(String where, String what, String mend) {

  /** Checks that place and statement are there. */
  public Problem {
    Objects.requireNonNull(mend, "mend");
    if (where.isBlank() || what.isBlank()) {
      throw new IllegalArgumentException(
          "A problem needs a place and a statement, not '" + where + "', '" + what + "'.");
    }
  }

  /** The problem as one line: {@code where: what. mend}. */
  @Override
  public String toString() {
    return mend.isEmpty() ? where + ": " + what : where + ": " + what + " " + mend;
  }
}
