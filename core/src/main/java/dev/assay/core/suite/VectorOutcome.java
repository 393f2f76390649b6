package dev.assay.core.suite;

import java.util.List;

/**
 * How a bundle comes off on a vector.
 *
 * @param vector the vector
 * @param result whether the expectation is met
 * @param readings for each input of the vector what the model says of the labels in question; empty
 *     where the vector was not judged
 * @param reason why it was not judged; empty where it was
 */
public record VectorOutcome(
    Vector vector, Result result, List<List<LabelReading>> readings, String reason) {

  /** Whether an expectation is met. */
  public enum Result {
    /** It is met. */
    PASS,
    /** It is not met. */
    FAIL,
    /** It is not met, as is known. */
    KNOWN_FAILURE,
    /** It is met, though it was known to fail: a gap has closed, or a false alarm has gone. */
    UNEXPECTED_PASS,
    /** The model does not know a label that it is about. */
    NOT_JUDGED
  }

  /** Copies the lists, and refuses a reason where it was judged and none where it was not. */
  public VectorOutcome {
    readings = readings.stream().map(List::copyOf).toList();
    if ((result == Result.NOT_JUDGED) == reason.isEmpty()) {
      throw new IllegalArgumentException(result + " for the reason '" + reason + "'.");
    }
  }

  /** Whether there is an answer. */
  public boolean isJudged() {
    return result != Result.NOT_JUDGED;
  }

  /** Whether the model does what it should, expected or not. */
  public boolean isMet() {
    return result == Result.PASS || result == Result.UNEXPECTED_PASS;
  }

  /** Whether it enters shares: it was judged, and is not known to fail. */
  public boolean isCounted() {
    return isJudged() && !vector.expectation().kind().isKnown();
  }
}
