package dev.assay.pipeline.audit;

/**
 * A group or label whose figure does not tell what it should.
 *
 * @param figure the figure
 * @param why what is the matter with it
 * @param needed how much support it lacks
 */
public record LabelNeed(RecordedFigure figure, Why why, Needed needed) {

  /** What is the matter with a figure. */
  public enum Why {
    /** It rests on less than the run's minimum support. */
    BELOW_MINIMUM("below the minimum support"),
    /** Its interval contains 0, and is too wide to tell the effect from none. */
    INCONCLUSIVE("inconclusive"),
    /** It has no interval, or one without width. */
    WITHOUT_SPREAD("no spread to go by");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** The same as a report says it. */
    public String words() {
      return words;
    }
  }
}
