package dev.assay.text.transformer;

import java.time.Duration;

/** Says when the state is to be kept within an epoch; after each epoch it is kept in any case. */
@FunctionalInterface
interface Pace {

  /**
   * How much work may be lost. The state of MiniLM-L6 has 273 MB, which a slow disk (64 MB/s) takes
   * in 4.5 seconds: less than a hundredth of the time. A number of steps would be seconds for one
   * encoder and hours for another.
   */
  Duration LOST_AT_MOST = Duration.ofMinutes(10);

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
