package dev.assay.pipeline.run;

import dev.assay.core.bundle.Provenance;
import dev.assay.core.gate.Goalposts;
import dev.assay.core.noise.NoiseFloor;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.checkpoint.ExperimentCheckpoints;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.fold.Procedure;
import dev.assay.pipeline.noise.SeedChoice;
import dev.assay.pipeline.noise.SeedRuns;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.SplitExamples;
import dev.assay.registry.Registry;
import dev.assay.registry.noise.NoiseMeasurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Measures how far the champion's figures move with the seed alone: its own configuration is
 * trained anew on the present data, with several seeds, and scored on every set of the experiment.
 * The measurement goes on record, where later runs find it; nothing is judged or promoted.
 */
public final class NoiseRun {

  private final Experiment experiment;
  private final Surroundings surroundings;

  /** The measurement on an experiment's data. */
  public NoiseRun(Experiment experiment, Surroundings surroundings) {
    this.experiment = experiment;
    this.surroundings = surroundings;
  }

  /**
   * Trains and measures.
   *
   * @param asOf the day to take for today; without it the last day of the data
   * @param choice with which seeds
   * @throws InvalidInputException where there is no champion yet, the experiment's input is wrong,
   *     or a run of this home is under way
   */
  public NoiseMeasurement measure(Optional<LocalDate> asOf, SeedChoice choice) {
    Registry registry = Registries.open(surroundings);
    String champion = new RecordedBundles(registry).hash(RecordedBundles.CHAMPION);
    return HomeLock.holding(registry, lock -> measure(registry, champion, asOf, choice));
  }

  private NoiseMeasurement measure(
      Registry registry, String hash, Optional<LocalDate> asOf, SeedChoice choice) {
    LoadedExamples loaded = new LoadStage(experiment, surroundings.progress()).load(asOf);
    SplitExamples split =
        new SplitStage(experiment, surroundings.home(), surroundings.progress()).split(loaded);
    Procedure procedure =
        split.grouped().isEmpty()
            ? ChampionProcedure.of(hash, registry, experiment)
            : ChampionProcedure.leavingOut(hash, registry, experiment);
    List<NoiseFloor> floors =
        runs(registry, procedure, loaded, split).floors(choice.seeds(procedure.seed()));
    NoiseMeasurement measurement =
        new NoiseMeasurement(
            hash,
            experiment.name(),
            loaded.fingerprint(),
            floors,
            surroundings.actor(),
            surroundings.clock().instant());
    registry.noise().add(measurement);
    checkpoints(RunProvenance.of(experiment, loaded)).remove();
    return measurement;
  }

  /** Apart from those of a run of the experiment, which may be resumed later. */
  private ExperimentCheckpoints checkpoints(Provenance provenance) {
    return new ExperimentCheckpoints(
        surroundings.home(), experiment.name() + "+noise", RunProvenance.environment(provenance));
  }

  private SeedRuns runs(
      Registry registry, Procedure procedure, LoadedExamples loaded, SplitExamples split) {
    int horizon = experiment.data().horizonDays();
    Provenance provenance = RunProvenance.of(experiment, loaded);
    TrainingContexts contexts =
        new TrainingContexts(
            Progress.SILENT, checkpoints(provenance), new StartingModels(registry));
    TrainStage training = new TrainStage(split, procedure.decision(), horizon, contexts);
    FoldTrainings folds = new FoldTrainings(experiment, loaded, surroundings.home(), provenance);
    Goalposts goalposts = GoalpostRecord.of(experiment, loaded);
    return new SeedRuns(
        procedure,
        split,
        seed -> training.train(procedure.trainer(), procedure.settings(), seed),
        folds::of,
        goalposts,
        surroundings.progress());
  }
}
