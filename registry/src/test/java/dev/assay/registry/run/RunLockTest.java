package dev.assay.registry.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.HoldRunLock;
import dev.assay.registry.Processes;
import dev.assay.registry.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  private static final Clock CLOCK = Clock.fixed(Samples.NOON, ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void a_second_run_of_the_same_process_is_refused_and_told_who_has_the_lock() {
    Path file = folder.resolve("run.lock");
    try (RunLock lock = taken(RunLock.take(file, CLOCK))) {
      assertThat(lock.isHeld()).isTrue();
      assertThat(RunLock.take(file, CLOCK))
          .isEqualTo(
              new RunLock.Attempt.Refused(
                  new RunLock.Holder(ProcessHandle.current().pid(), Samples.NOON)));
    }
    taken(RunLock.take(file, CLOCK)).close();
  }

  @Test
  void a_lock_survives_the_refusal_of_others_in_its_process() throws Exception {
    Path file = folder.resolve("run.lock");
    try (RunLock lock = taken(RunLock.take(file, CLOCK))) {
      assertThat(lock.isHeld()).isTrue();
      RunLock.take(file, CLOCK);
      Process other = Processes.start(HoldRunLock.class, file.toString());
      try {
        assertThat(Processes.line(other)).isEqualTo("refused");
      } finally {
        other.destroyForcibly();
      }
    }
  }

  @Test
  void another_process_is_named_and_its_lock_is_free_once_it_was_killed() throws Exception {
    Path file = folder.resolve("run.lock");
    Process other = Processes.start(HoldRunLock.class, file.toString());
    assertThat(Processes.line(other)).isEqualTo("taken");

    assertThat(RunLock.take(file, CLOCK))
        .isInstanceOfSatisfying(
            RunLock.Attempt.Refused.class,
            refused -> assertThat(refused.holder().pid()).isEqualTo(other.pid()));

    other.destroyForcibly();
    assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
    taken(RunLock.take(file, CLOCK)).close();
  }

  private static RunLock taken(RunLock.Attempt attempt) {
    assertThat(attempt).isInstanceOf(RunLock.Attempt.Taken.class);
    return ((RunLock.Attempt.Taken) attempt).lock();
  }
}
