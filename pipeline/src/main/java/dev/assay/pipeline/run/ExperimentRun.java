package dev.assay.pipeline.run;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.trial.Champion;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.RunIdentity;
import dev.assay.pipeline.trial.SplitExamples;
import dev.assay.registry.Registry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The whole loop: walks one experiment from its data to a verdict that is on record. */
public final class ExperimentRun {

  private final Experiment experiment;
  private final Surroundings surroundings;

  /** A run of an experiment. */
  public ExperimentRun(Experiment experiment, Surroundings surroundings) {
    this.experiment = experiment;
    this.surroundings = surroundings;
  }

  /**
   * Runs the experiment: trains a candidate, judges it against the champion, promotes or holds it,
   * and writes it down. A run that was done before, with nothing changed, gives the same verdict
   * again and adds nothing to the record.
   *
   * @param asOf the day to take for today; without it the last day of the data
   * @throws InvalidInputException where the experiment's input is wrong, training leaks into what
   *     judges, or another run of this home is under way; no verdict is on record then
   */
  public RunResult run(Optional<LocalDate> asOf) {
    Registry registry = Registries.open(surroundings);
    return HomeLock.holding(registry, () -> walk(registry, asOf));
  }

  private RunResult walk(Registry registry, Optional<LocalDate> asOf) {
    Instant started = surroundings.clock().instant();
    StageClock clock = new StageClock();
    LoadStage loading = new LoadStage(experiment, surroundings.progress());
    LoadedExamples loaded = clock.time("load", () -> loading.load(asOf));
    SplitStage splitting = new SplitStage(experiment, surroundings.home(), surroundings.progress());
    SplitExamples split = clock.time("split", () -> splitting.split(loaded));
    TrialStage trial = new TrialStage(experiment, surroundings, registry, clock, loaded, split);
    RunIdentity identity = trial.identify();
    Optional<String> entry =
        identity.repeated().isPresent()
            ? Optional.empty()
            : Optional.of(RunPlan.freeze(registry.ledger(), experiment, surroundings.actor()));
    try (Champion champion = trial.champion(identity);
        Decided candidate = trial.candidate()) {
      CompletedRun run = trial.judge(identity, champion, candidate);
      return new RecordStage(registry, surroundings, started).record(run, entry);
    }
  }
}
