package dev.assay.pipeline.reporting;

import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Scored;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sets of a run in the order of reading: what gates look at decided, so it comes first. */
final class ReadingOrder {

  private ReadingOrder() {}

  /** The sets that gates look at, in the order of the gates. */
  static List<Scored> gated(CompletedRun run) {
    Set<String> names = new LinkedHashSet<>();
    run.experiment().gates().forEach(gate -> names.addAll(gate.holdouts()));
    List<Scored> gated = new ArrayList<>();
    for (String name : names) {
      run.scored().stream().filter(one -> one.set().name().equals(name)).forEach(gated::add);
    }
    return gated;
  }

  /** All sets, those that gates look at first. */
  static List<Scored> all(CompletedRun run) {
    Set<Scored> all = new LinkedHashSet<>(gated(run));
    all.addAll(run.scored());
    return List.copyOf(all);
  }
}
