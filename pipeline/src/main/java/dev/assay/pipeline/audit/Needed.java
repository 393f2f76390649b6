package dev.assay.pipeline.audit;

/** How much support a figure lacks. */
public sealed interface Needed {

  /** The share of the support needed that is not there, in {@code (0, 1]}. */
  double deficit();

  /**
   * So many independent events in all.
   *
   * @param events how many are needed
   * @param more how many of these are not there yet, at least 1
   */
  record Events(long events, long more) implements Needed {

    /** Refuses to lack nothing, or more than is needed. */
    public Events {
      if (more < 1 || more > events) {
        throw new IllegalArgumentException(more + " of " + events + " events needed.");
      }
    }

    @Override
    public double deficit() {
      return (double) more / events;
    }
  }

  /**
   * Nobody can tell how many, since what there is shows no spread to go by.
   *
   * @param reason why
   */
  record Unknown(String reason) implements Needed {
    @Override
    public double deficit() {
      return 1;
    }
  }
}
