package dev.assay.pipeline.doctor;

/**
 * What looking at one thing showed.
 *
 * @param what what was looked at
 * @param health how it is
 * @param words what was found
 * @param mend what to do about it; empty where nothing is to be done
 */
public record Finding(String what, Health health, String words, String mend) {

  /** How a thing is. */
  public enum Health {
    /** As it should be. */
    FINE,
    /** It works, and will not always. */
    DOUBTFUL,
    /** It does not work. */
    BROKEN
  }

  static Finding fine(String what, String words) {
    return new Finding(what, Health.FINE, words, "");
  }

  static Finding doubtful(String what, String words, String mend) {
    return new Finding(what, Health.DOUBTFUL, words, mend);
  }

  static Finding broken(String what, String words, String mend) {
    return new Finding(what, Health.BROKEN, words, mend);
  }
}
