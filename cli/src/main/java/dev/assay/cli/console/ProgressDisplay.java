package dev.assay.cli.console;

import dev.assay.core.progress.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows long work: a bar with time left on a terminal, plain lines every few seconds elsewhere.
 * Stages shorter than two seconds leave no trace. Thread-safe.
 */
public final class ProgressDisplay implements Progress, AutoCloseable {

  private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoTime;

  private @Nullable String stage;
  private long stageStart;
  private long firstDone;
  private long lastLine;
  private @Nullable ProgressBar bar;

  /**
   * A display.
   *
   * @param out where lines go where there is no terminal
   * @param terminal whether standard error is a terminal
   */
  public ProgressDisplay(PrintWriter out, boolean terminal) {
    this(out, terminal, System::nanoTime);
  }

  ProgressDisplay(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  /** Ends a bar that is there, so that the line stands by itself. */
  @Override
  public synchronized void say(String line) {
    closeBar();
    out.println(line);
    out.flush();
  }

  @Override
  public synchronized void report(String name, long done, long total, String detail) {
    long now = nanoTime.getAsLong();
    if (!name.equals(stage)) {
      closeBar();
      stage = name;
      stageStart = now;
      firstDone = done;
      lastLine = now;
    }
    long spent = now - stageStart;
    if (spent < QUIET_NANOS || total <= 0) {
      return;
    }
    if (terminal) {
      if (bar == null && done < total) {
        bar = newBar(name, done, total, Duration.ofNanos(spent));
      }
      if (bar != null) {
        bar.stepTo(done);
        bar.setExtraMessage(detail);
        if (done >= total) {
          closeBar();
        }
      }
    } else if (now - lastLine >= LINE_NANOS) {
      lastLine = now;
      out.println(line(name, done, total, spent) + (detail.isEmpty() ? "" : ", " + detail));
      out.flush();
    }
  }

  /** What was done before, as where a killed training goes on, says nothing of the speed. */
  private String line(String name, long done, long total, long spentNanos) {
    long doneNow = done - firstDone;
    double left = doneNow <= 0 ? Double.NaN : spentNanos / 1e9 * (total - done) / doneNow;
    String time = Double.isNaN(left) ? "" : String.format(Locale.ROOT, ", %.0f s left", left);
    return String.format(Locale.ROOT, "%s: %d of %d%s", name, done, total, time);
  }

  private static ProgressBar newBar(String name, long done, long total, Duration spent) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(total)
        .startsFrom(done, spent)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(200)
        .clearDisplayOnFinish()
        .build();
  }

  private void closeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public synchronized void close() {
    closeBar();
    stage = null;
  }
}
