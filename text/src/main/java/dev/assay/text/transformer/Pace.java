package dev.assay.text.transformer;

import java.time.Duration;

/** Says when the state is to be kept within an epoch; after each epoch it is kept in any case. */
@FunctionalInterface
interface Pace {

  /**
   * How much work may be lost. To write the state of a small encoder takes a second or two, so that
   * it costs half a percent of the time.
   */
  Duration LOST_AT_MOST = Duration.ofMinutes(5);

  /**
   * Asked after each step.
   *
   * @param sinceKept how long ago the state was kept, or the training began
   */
  boolean isDue(Duration sinceKept);

  /** So that {@link #LOST_AT_MOST} is lost. */
  static Pace usual() {
    return since -> since.compareTo(LOST_AT_MOST) >= 0;
  }
}
