package dev.assay.core.progress;

/** Told by long work how far it is; shows it or not. Implementations are thread-safe. */
@FunctionalInterface
public interface Progress {

  /** Shows nothing. */
  Progress SILENT = (stage, done, total) -> {};

  /**
   * A stage has come so far.
   *
   * @param stage what is being done, a few words, the same for all reports of one stage
   * @param done how many steps are done, {@code 0 <= done <= total}
   * @param total how many steps there are
   */
  void report(String stage, long done, long total);

  /**
   * As {@link #report(String, long, long)}, with how well it goes; what shows no figures leaves
   * them out.
   *
   * @param detail figures by name, a few words such as {@code loss 0.113}
   */
  default void report(String stage, long done, long total, String detail) {
    report(stage, done, total);
  }
}
