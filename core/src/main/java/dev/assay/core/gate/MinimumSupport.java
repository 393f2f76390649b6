package dev.assay.core.gate;

import dev.assay.core.evaluation.Support;

/**
 * The support below which a subject is reported but not judged.
 *
 * @param count how many are needed; 0 judges every subject
 * @param unit of what
 */
public record MinimumSupport(long count, Unit unit) {

  /** Every subject is judged. */
  public static final MinimumSupport NONE = new MinimumSupport(0, Unit.EVENTS);

  /** What is counted. */
  public enum Unit {
    /** Independent events among the positives. */
    EVENTS,
    /** Positive rows, dependent or not. */
    POSITIVES
  }

  /** Refuses a negative count. */
  public MinimumSupport {
    if (count < 0) {
      throw new IllegalArgumentException("A minimum support of " + count + ".");
    }
  }

  /** So many independent events. */
  public static MinimumSupport events(long count) {
    return new MinimumSupport(count, Unit.EVENTS);
  }

  /** So many positive rows. */
  public static MinimumSupport positives(long count) {
    return new MinimumSupport(count, Unit.POSITIVES);
  }

  /** How many of the unit a support has. */
  long of(Support support) {
    return switch (unit) {
      case EVENTS -> support.events();
      case POSITIVES -> support.positives();
    };
  }

  /** Whether a support suffices. */
  boolean isMetBy(Support support) {
    return of(support) >= count;
  }

  /** Whether every subject that the other judges is judged under this too. */
  boolean isAsStrictAs(MinimumSupport other) {
    return count == 0 || (unit == other.unit && count <= other.count);
  }

  /** The minimum in words: {@code 10 events}. */
  public String words() {
    return Words.counted(count, noun());
  }

  private String noun() {
    return unit == Unit.EVENTS ? "event" : "positive";
  }

  /** A support in this unit: {@code 4 events}. */
  String words(Support support) {
    return Words.counted(of(support), noun());
  }
}
