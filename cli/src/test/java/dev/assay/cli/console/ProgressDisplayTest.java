package dev.assay.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Where there is no terminal. */
class ProgressDisplayTest {

  private final StringWriter printed = new StringWriter();
  private final AtomicLong now = new AtomicLong();
  private final ProgressDisplay display =
      new ProgressDisplay(new PrintWriter(printed), false, now::get);

  private void pass(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void figures_stand_after_the_time_left() {
    display.report("training", 0, 40, "loss 0.700");
    pass(10);
    display.report("training", 10, 40, "loss 0.113, average_precision 0.472");

    assertThat(printed.toString().lines())
        .containsExactly("training: 10 of 40, 30 s left, loss 0.113, average_precision 0.472");
  }

  @Test
  void what_was_done_before_the_start_says_nothing_of_the_time_left() {
    display.report("training", 5_000, 5_400);
    pass(10);
    display.report("training", 5_020, 5_400);

    assertThat(printed.toString().lines()).containsExactly("training: 5020 of 5400, 190 s left");
  }

  @Test
  void a_report_without_figures_tells_the_time_left_alone() {
    display.report("training", 0, 40);
    pass(10);
    display.report("training", 10, 40);

    assertThat(printed.toString().lines()).containsExactly("training: 10 of 40, 30 s left");
  }

  @Test
  void work_that_is_soon_done_leaves_no_trace() {
    display.report("reading", 0, 2, "fine");
    pass(1);
    display.report("reading", 2, 2, "fine");

    assertThat(printed.toString()).isEmpty();
  }
}
