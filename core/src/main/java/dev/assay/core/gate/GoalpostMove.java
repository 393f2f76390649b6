package dev.assay.core.gate;

/**
 * A difference between the goalposts of two runs.
 *
 * @param kind which way it goes
 * @param what what moved: a gate's name or a setting
 * @param words how it moved, in words
 */
public record GoalpostMove(Kind kind, String what, String words) {

  /** Which way goalposts moved. */
  public enum Kind {
    /** Something passes, or may pass, that would not have passed before. */
    LOOSENED,
    /** Nothing passes that would not have passed before. */
    TIGHTENED
  }

  static GoalpostMove loosened(String what, String words) {
    return new GoalpostMove(Kind.LOOSENED, what, words);
  }

  static GoalpostMove tightened(String what, String words) {
    return new GoalpostMove(Kind.TIGHTENED, what, words);
  }

  @Override
  public String toString() {
    return what + ": " + words + " (" + Words.lower(kind) + ")";
  }
}
