package dev.assay.pipeline.run;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.Provenance;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.example.Dataset;
import dev.assay.core.gate.Goalposts;
import dev.assay.core.gate.Verdict;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.experiment.EffectiveConfiguration;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.TrainingDeclaration;
import dev.assay.registry.Registry;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.run.RunLock;
import dev.assay.registry.run.RunRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The whole loop: walks one experiment from its data to a verdict that is on record. */
public final class ExperimentRun {

  private final Experiment experiment;
  private final Surroundings surroundings;
  private final Registry registry;
  private final StageClock clock = new StageClock();

  /** A run of an experiment. */
  public ExperimentRun(Experiment experiment, Surroundings surroundings) {
    this.experiment = experiment;
    this.surroundings = surroundings;
    this.registry = Registries.open(surroundings);
  }

  /**
   * Runs the experiment: trains a candidate, judges it against the champion, promotes or holds it,
   * and writes it down.
   *
   * @param asOf the day to take for today; without it the last day of the data
   * @throws InvalidInputException where the experiment's input is wrong, training leaks into what
   *     judges, or another run of this home is under way; nothing is on record then
   */
  public RunResult run(Optional<LocalDate> asOf) {
    return switch (registry.lockRun()) {
      case RunLock.Attempt.Taken taken -> {
        try (RunLock lock = taken.lock()) {
          yield locked(asOf, lock);
        }
      }
      case RunLock.Attempt.Refused refused ->
          throw new InvalidInputException(
              surroundings.home().toString(),
              "another run is under way"
                  + (refused.holder() == null
                      ? "."
                      : ": process %d since %s."
                          .formatted(refused.holder().pid(), refused.holder().since())),
              "Wait for it, or run with another --home.");
    };
  }

  private RunResult locked(Optional<LocalDate> asOf, RunLock lock) {
    Objects.requireNonNull(lock);
    Instant started = surroundings.clock().instant();
    Progress progress = surroundings.progress();
    LoadedExamples loaded =
        clock.time("load", () -> new LoadStage(experiment, progress).load(asOf));
    SplitExamples split =
        clock.time(
            "split",
            () -> new SplitStage(experiment, surroundings.home(), progress).split(loaded));
    Provenance provenance = RunProvenance.of(experiment, loaded);
    BundleAssembly assembly = new BundleAssembly(provenance, exposure(split));
    TrainStage training =
        new TrainStage(
            split, experiment.decision(), experiment.data().horizonDays(), progress);
    RunIdentity identity = identify(loaded, provenance, training, assembly, split);
    RunPlan plan = new RunPlan(experiment, registry, surroundings.actor());
    String entry = identity.repeated().isPresent() ? "" : plan.freeze();

    TrainingDeclaration declared = experiment.training();
    ChampionStage champions = new ChampionStage(registry, surroundings.actor());
    Champion champion = champions.open(identity.opponent());
    try (Decided candidate =
            clock.time(
                "train",
                () -> training.train(declared.trainer(), declared.settings(), declared.seed()));
        champion) {
      Optional<Refit> refit =
          clock.time("refit", () -> RefitStage.of(experiment).refit(loaded, split, candidate));
      try {
        CompletedRun run =
            judged(loaded, split, assembly, training, identity, champion, candidate, refit);
        return new RecordStage(registry, surroundings, started).record(run, entry, clock);
      } finally {
        refit.ifPresent(Refit::close);
      }
    }
  }

  private static TrainingExposure exposure(SplitExamples split) {
    return Exposures.of(List.of(split.train(), split.validation()));
  }

  private RunIdentity identify(
      LoadedExamples loaded,
      Provenance provenance,
      TrainStage training,
      BundleAssembly assembly,
      SplitExamples split) {
    String key = RunIdentity.inputsKey(experiment, loaded, provenance);
    ChampionStage champions = new ChampionStage(registry, surroundings.actor());
    String current =
        registry
            .history()
            .champion()
            .orElseGet(
                () ->
                    clock.time(
                        "baseline", () -> champions.trainFirst(training, assembly, split)));
    Optional<RunRecord> repeated = RunIdentity.repeated(registry, key, current);
    String opponent =
        repeated.map(run -> Objects.requireNonNull(run.opponent())).orElse(current);
    return RunIdentity.of(experiment, loaded, key, opponent, repeated);
  }

  private CompletedRun judged(
      LoadedExamples loaded,
      SplitExamples split,
      BundleAssembly assembly,
      TrainStage training,
      RunIdentity identity,
      Champion champion,
      Decided candidate,
      Optional<Refit> refit) {
    TrainingDeclaration declared = experiment.training();
    Bundle bundle =
        assembly.bundle(
            declared.trainer(),
            declared.settings(),
            declared.seed(),
            candidate.scorer(),
            split.train(),
            refit.map(Refit::artefact));
    String hash = clock.time("record", () -> registry.bundles().store(bundle));
    RunHistory past = RunHistory.before(registry, experiment, identity);
    Goalposts goalposts = GoalpostRecord.of(experiment, loaded.holdouts());
    Contender contender = new Contender(hash, candidate.scorer(), assembly.exposure());
    ScoreStage scoring =
        new ScoreStage(
            split,
            loaded,
            goalposts,
            experiment.data().horizonDays(),
            declared.seed(),
            surroundings.progress());
    List<Scored> scored =
        clock.time(
            "score and compare",
            () ->
                scoring.score(
                    contender,
                    champion.contender(),
                    set -> past.earlierCandidates(set.hash(), hash)));
    List<SeedSpread> seeds =
        clock.time("train with other seeds", () -> SeedStage.spread(experiment, training, candidate, scored));
    ChampionStanding standing =
        ChampionStanding.of(past.events(), champion, loaded.asOf());
    Verdict verdict =
        verdict(loaded, split, champion, assembly, candidate, refit, scored, past, standing, goalposts);
    Map<String, Object> configuration = EffectiveConfiguration.of(experiment);
    return new CompletedRun(
        experiment,
        configuration,
        identity,
        loaded,
        split,
        candidate,
        hash,
        bundle.manifest(),
        champion,
        standing,
        scored,
        seeds,
        refit.map(Refit::check),
        verdict,
        past.buildsOn().map(RunRecord::runId),
        past.differenceOf(configuration),
        EffectMeasurement.of(experiment.expected(), scored),
        clock.durations());
  }

  private Verdict verdict(
      LoadedExamples loaded,
      SplitExamples split,
      Champion champion,
      BundleAssembly assembly,
      Decided candidate,
      Optional<Refit> refit,
      List<Scored> scored,
      RunHistory past,
      ChampionStanding standing,
      Goalposts goalposts) {
    Objects.requireNonNull(assembly);
    List<String> reasons =
        new ArrayList<>(
            new Reproduction(registry.judgements(), champion, candidateProvenance(assembly))
                .failures(scored));
    refit.map(Refit::check).map(RefitCheck::reasonsToHold).ifPresent(reasons::addAll);
    List<String> warnings = new ArrayList<>();
    if (loaded.facts().simulated()) {
      warnings.add("every figure is about simulated data");
    }
    Dataset examples = split.heldOut().isEmpty() ? split.validation() : split.heldOut().getFirst().examples();
    ServingCost cost =
        ServingCost.measure(
            refit.map(Refit::scorer).orElse(candidate.scorer()), examples, experiment.gates());
    JudgeStage judging = new JudgeStage(goalposts, past.goalposts());
    Verdict verdict = judging.judge(scored, cost, reasons, warnings);
    boolean held = verdict.decision() == Verdict.Decision.HOLD;
    warnings.addAll(standing.warnings(held));
    return judging.judge(scored, cost, reasons, warnings);
  }

  private static Provenance candidateProvenance(BundleAssembly assembly) {
    return assembly.provenance();
  }

  /** The history as a run finds it. */
  List<HistoryEvent> history() {
    return registry.history().events();
  }
}
