package dev.assay.pipeline.run;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.registry.Registry;
import dev.assay.registry.run.RunLock;
import java.util.function.Function;

/** Lets one run at a time work in a home. */
final class HomeLock {

  private HomeLock() {}

  /**
   * Works while no other run does.
   *
   * @param work is given the lock, which is released after it
   * @throws InvalidInputException where another run of this home is under way
   */
  static <T> T holding(Registry registry, Function<RunLock, T> work) {
    return switch (registry.lockRun()) {
      case RunLock.Attempt.Taken taken -> {
        RunLock lock = taken.lock();
        try {
          yield work.apply(lock);
        } finally {
          lock.close();
        }
      }
      case RunLock.Attempt.Refused refused -> throw underWay(registry, refused);
    };
  }

  private static InvalidInputException underWay(
      Registry registry, RunLock.Attempt.Refused refused) {
    RunLock.Holder holder = refused.holder();
    String by =
        holder == null ? "" : ": process %d since %s".formatted(holder.pid(), holder.since());
    return new InvalidInputException(
        registry.home().toString(),
        "another run is under way" + by + ".",
        "Wait for it, or take another --home.");
  }
}
