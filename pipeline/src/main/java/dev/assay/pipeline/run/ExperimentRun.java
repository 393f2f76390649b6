package dev.assay.pipeline.run;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.parts.PartsRecordFile;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.trial.Candidate;
import dev.assay.pipeline.trial.Champion;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.RunIdentity;
import dev.assay.pipeline.trial.SplitExamples;
import dev.assay.registry.Registry;
import dev.assay.registry.run.RunRecord;
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
    return HomeLock.holding(
        registry,
        lock -> {
          removeDrafts(registry);
          return walk(registry, asOf);
        });
  }

  /** What a killed run left half written; whoever has the lock is the only one to write these. */
  private void removeDrafts(Registry registry) {
    registry.objects().deleteDrafts();
    PartsRecordFile.deleteDrafts(SplitStage.records(surroundings.home()));
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
    Optional<RunRecord> recorded = identity.repeated();
    RecordStage recording = new RecordStage(registry, surroundings, started);
    RunResult result;
    if (recorded.isPresent()) {
      result = recording.repeat(completed(trial, identity), recorded.get());
    } else {
      String entry = RunPlan.freeze(registry, experiment, surroundings.actor());
      result = recording.record(completed(trial, identity), entry);
    }
    trial.forgetTrainings();
    return result;
  }

  private static CompletedRun completed(TrialStage trial, RunIdentity identity) {
    try (Champion champion = trial.champion(identity);
        Candidate candidate = trial.candidate()) {
      return trial.judge(identity, champion, candidate);
    }
  }
}
