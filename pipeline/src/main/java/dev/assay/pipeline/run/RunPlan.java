package dev.assay.pipeline.run;

import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.Plan;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.registry.Ledger;
import dev.assay.registry.Registry;
import dev.assay.registry.run.RunRecord;
import java.util.Objects;
import java.util.Optional;

/** The plan of an experiment in the ledger, frozen before anything is trained. */
public final class RunPlan {

  private RunPlan() {}

  /**
   * The entry of the planned experiment that says the same; where there is none, a new one. A plan
   * that says something else is superseded: expectations are never changed once frozen. It builds
   * on the run that the experiment names, else on the last one of the same experiment.
   *
   * @return the id of the entry
   */
  public static String freeze(Registry registry, Experiment experiment, String actor) {
    Ledger ledger = registry.ledger();
    Optional<String> last = registry.runs().last(experiment.name()).map(RunRecord::runId);
    Ledger.Draft draft =
        new Ledger.Draft(
            experiment.name(),
            experiment.hypothesis(),
            experiment.expected(),
            experiment.buildsOn().or(() -> last).orElse(null),
            actor);
    Optional<LedgerEntry> planned = ledger.planned(experiment.name());
    if (planned.isEmpty()) {
      return ledger.plan(draft).id();
    }
    LedgerEntry entry = planned.get();
    return says(entry.plan(), draft) ? entry.id() : ledger.supersede(entry.id(), draft).id();
  }

  private static boolean says(Plan plan, Ledger.Draft draft) {
    return plan.hypothesis().equals(draft.hypothesis())
        && plan.expected().equals(draft.expected())
        && Objects.equals(plan.buildsOn(), draft.buildsOn());
  }
}
