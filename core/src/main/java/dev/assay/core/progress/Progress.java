package dev.assay.core.progress;

/**
 * Told by long work how far it is; shows it or not. Implementations are thread-safe. It has no
 * method that may be left out, so that what stands between a worker and a display passes on all.
 */
public interface Progress {

  /** Shows nothing. */
  Progress SILENT = ofSteps((stage, done, total, detail) -> {});

  /** What is told of steps. */
  @FunctionalInterface
  interface Steps {
    /** As {@link Progress#report(String, long, long, String)}. */
    void report(String stage, long done, long total, String detail);
  }

  /** Told of steps alone: what is {@link #say said} is not heard. */
  static Progress ofSteps(Steps steps) {
    return new Progress() {
      @Override
      public void report(String stage, long done, long total, String detail) {
        steps.report(stage, done, total, detail);
      }

      @Override
      public void say(String line) {}
    };
  }

  /**
   * A stage has come so far.
   *
   * @param stage what is being done, a few words, the same for all reports of one stage
   * @param done how many steps are done, {@code 0 <= done <= total}
   * @param total how many steps there are
   * @param detail how well it goes: figures by name, a few words such as {@code loss 0.113}; empty
   *     where there is nothing to tell
   */
  void report(String stage, long done, long total, String detail);

  /**
   * Something happened that whoever waits should know once.
   *
   * @param line a few words, such as {@code resuming at epoch 2, step 1,354}
   */
  void say(String line);

  /** As {@link #report(String, long, long, String)}, with nothing to tell of how well it goes. */
  default void report(String stage, long done, long total) {
    report(stage, done, total, "");
  }

  /**
   * What one of several like works is given: all that it tells is told with its name before it.
   *
   * @param which a few words, such as {@code seed 2 of 3}
   */
  default Progress named(String which) {
    Progress outer = this;
    return new Progress() {
      @Override
      public void report(String stage, long done, long total, String detail) {
        outer.report(which + ", " + stage, done, total, detail);
      }

      @Override
      public void say(String line) {
        outer.say(which + ", " + line);
      }
    };
  }

  /**
   * What a part of a greater work is given: its steps are told as steps of the whole, and nothing
   * that it tells besides is lost.
   *
   * @param whole the stage of the whole
   * @param before how many steps of the whole were done before this part
   * @param all how many steps the whole has
   */
  default Progress partOf(String whole, long before, long all) {
    Progress outer = this;
    return new Progress() {
      @Override
      public void report(String stage, long done, long total, String detail) {
        outer.report(whole, before + done, all, detail);
      }

      @Override
      public void say(String line) {
        outer.say(line);
      }
    };
  }
}
