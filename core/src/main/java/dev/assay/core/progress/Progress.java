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
}
