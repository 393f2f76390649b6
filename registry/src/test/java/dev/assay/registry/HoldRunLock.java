package dev.assay.registry;

import dev.assay.registry.run.RunLock;
import java.nio.file.Path;
import java.time.Clock;

/** Takes the run lock of a home and keeps it until killed. */
public final class HoldRunLock {

  private HoldRunLock() {}

  public static void main(String[] arguments) throws Exception {
    RunLock.Attempt attempt = RunLock.take(Path.of(arguments[0]), Clock.systemUTC());
    System.out.println(attempt instanceof RunLock.Attempt.Taken ? "taken" : "refused");
    Thread.sleep(Long.MAX_VALUE);
  }
}
