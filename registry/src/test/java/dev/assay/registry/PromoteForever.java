package dev.assay.registry;

import dev.assay.core.gate.Decision;
import dev.assay.registry.history.HistoryRequest;
import dev.assay.registry.run.RunOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Finishes runs that promote a new bundle each, until it is killed. */
public final class PromoteForever {

  private PromoteForever() {}

  public static void main(String[] arguments) {
    Registry registry = Registry.open(Path.of(arguments[0]), Clock.systemUTC());
    for (int i = 0; ; i++) {
      String name = ProcessHandle.current().pid() + "-" + i + "-" + arguments[1];
      String champion = registry.history().champion().orElse(null);
      String candidate = registry.bundles().store(Samples.bundle(name));
      registry.finish(
          new RunOutcome(
              Samples.run(registry, name, candidate, Decision.PROMOTE),
              List.of(),
              List.of(),
              null,
              HistoryRequest.Promote.passed(candidate, champion, "process", name)));
      if (i == 0) {
        System.out.println("promoting");
      }
    }
  }
}
