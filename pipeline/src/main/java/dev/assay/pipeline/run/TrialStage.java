package dev.assay.pipeline.run;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.Provenance;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.example.Dataset;
import dev.assay.core.gate.Goalposts;
import dev.assay.core.gate.Verdict;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.pipeline.checkpoint.ExperimentCheckpoints;
import dev.assay.pipeline.experiment.BaselineDeclaration;
import dev.assay.pipeline.experiment.EffectiveConfiguration;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.TrainingDeclaration;
import dev.assay.pipeline.fold.Procedure;
import dev.assay.pipeline.scoring.Scorer;
import dev.assay.pipeline.trial.BaselineTrial;
import dev.assay.pipeline.trial.Candidate;
import dev.assay.pipeline.trial.Champion;
import dev.assay.pipeline.trial.ChampionNoise;
import dev.assay.pipeline.trial.ChampionStanding;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Contender;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.RefitCheck;
import dev.assay.pipeline.trial.RunIdentity;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.trial.SeedSpread;
import dev.assay.pipeline.trial.SplitExamples;
import dev.assay.pipeline.trial.VariantTrial;
import dev.assay.registry.Registry;
import dev.assay.registry.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One candidate against the champion, on data that are split already. */
final class TrialStage {

  private final Experiment experiment;
  private final Surroundings surroundings;
  private final Registry registry;
  private final StageClock clock;
  private final LoadedExamples loaded;
  private final SplitExamples split;
  private final ExperimentCheckpoints checkpoints;
  private final TrainingContexts contexts;
  private final HeldOutPredictions predictions;
  private final TrainStage training;
  private final BundleAssembly assembly;
  private final ChampionStage champions;
  private final TrainingExposure exposure;

  TrialStage(
      Experiment experiment,
      Surroundings surroundings,
      Registry registry,
      StageClock clock,
      LoadedExamples loaded,
      SplitExamples split) {
    this.experiment = experiment;
    this.surroundings = surroundings;
    this.registry = registry;
    this.clock = clock;
    this.loaded = loaded;
    predictions = new HeldOutPredictions(experiment.data().migration());
    this.split = split;
    int horizon = experiment.data().horizonDays();
    Provenance provenance = RunProvenance.of(experiment, loaded);
    checkpoints =
        new ExperimentCheckpoints(
            surroundings.home(), experiment.name(), RunProvenance.environment(provenance));
    contexts =
        new TrainingContexts(surroundings.progress(), checkpoints, new StartingModels(registry));
    training = new TrainStage(split, experiment.decision(), horizon, contexts);
    assembly = new BundleAssembly(provenance, experiment);
    exposure =
        contexts.exposure(
            experiment.training().trainer(),
            experiment.training().settings(),
            split.train(),
            split.validation());
    champions = new ChampionStage(registry, surroundings.actor());
  }

  /**
   * Which run this is; where there is no champion yet, the first one is trained for it.
   *
   * @throws dev.assay.core.problem.InvalidInputException where the data do not suit the candidate's
   *     trainer, no champion being on record for it then, where labels are not the champion's and
   *     the experiment does not say so, or where groups are to be left out that the champion's
   *     configuration may have seen
   */
  RunIdentity identify() {
    TrainingDeclaration declared = experiment.training();
    training.check(declared.trainer(), declared.settings(), declared.seed());
    for (BaselineDeclaration baseline : experiment.baselines()) {
      training.check(baseline.trainer(), baseline.settings(), declared.seed());
    }
    String key = RunIdentity.inputsKey(experiment, loaded, assembly.provenance());
    String current = registry.history().champion().orElseGet(this::trainFirst);
    Optional<RunRecord> repeated = RunIdentity.repeated(registry, key, current);
    String opponent = repeated.map(run -> Objects.requireNonNull(run.opponent())).orElse(current);
    LabelSuccession.check(
        experiment.file().toString(),
        experiment.data().migration(),
        registry.bundles().bundle(opponent).manifest().schema(),
        split.train().schema());
    if (!split.grouped().isEmpty()) {
      // Before the candidate is trained, which may take long.
      ChampionProcedure.leavingOut(opponent, registry, experiment).key();
    }
    return RunIdentity.of(experiment, loaded, key, opponent, repeated);
  }

  private String trainFirst() {
    return clock.time(
        "first champion",
        () ->
            champions.trainFirst(
                BaselineDeclaration.forFirstChampion(experiment),
                training,
                contexts,
                assembly,
                split));
  }

  /** Forgets the states of the trainings, which nothing resumes any more. */
  void forgetTrainings() {
    checkpoints.remove();
  }

  /** The champion; the caller closes it. */
  Champion champion(RunIdentity identity) {
    return champions.open(identity.opponent());
  }

  /** Trains the candidate; the caller closes it. */
  Candidate candidate() {
    TrainingDeclaration declared = experiment.training();
    Decided trained =
        clock.time(
            "train",
            () -> training.train(declared.trainer(), declared.settings(), declared.seed()));
    return exporting()
        .map(stage -> Candidate.of(clock.time("export", () -> stage.export(trained))))
        .orElseGet(() -> Candidate.of(trained));
  }

  private Optional<ExportStage> exporting() {
    return experiment
        .export()
        .map(declared -> new ExportStage(declared, training, predictions, split));
  }

  /**
   * The candidate trained on everything, where the experiment asks for it; the caller closes it.
   */
  Optional<Refit> refit(Candidate candidate) {
    RefitStage refitting = new RefitStage(experiment.training(), experiment.export(), contexts);
    return clock.time("refit", () -> refitting.refit(loaded, split, candidate.decided()));
  }

  /** The candidate as a bundle. */
  Bundle bundle(Decided candidate, Optional<Refit> refit) {
    TrainingDeclaration declared = experiment.training();
    return assembly.bundle(
        declared.trainer(),
        declared.settings(),
        declared.seed(),
        candidate.scorer(),
        split.train(),
        exposure,
        refit.map(Refit::artefact));
  }

  /** Judges the candidate. */
  CompletedRun judge(RunIdentity identity, Champion champion, Candidate candidate) {
    Optional<Refit> refit = refit(candidate);
    try {
      return judge(identity, champion, candidate, refit);
    } finally {
      refit.ifPresent(Refit::close);
    }
  }

  private CompletedRun judge(
      RunIdentity identity, Champion champion, Candidate onTrial, Optional<Refit> refit) {
    TrainingDeclaration declared = experiment.training();
    Decided candidate = onTrial.decided();
    Bundle bundle = bundle(candidate, refit);
    String hash = clock.time("store", () -> registry.bundles().store(bundle));
    RunHistory past = RunHistory.before(registry, experiment, identity);
    Goalposts goalposts = GoalpostRecord.of(experiment, loaded);
    List<Scored> scored = new ArrayList<>();
    scored.addAll(
        clock.time("score and compare", () -> score(goalposts, past, candidate, hash, champion)));
    List<SuiteComparison> suites = clock.time("suites", () -> suites(candidate, hash, champion));
    GroupedStage grouped = grouped(goalposts);
    scored.addAll(clock.time("left-out groups", () -> scoreLeftOut(grouped, champion)));
    List<BaselineTrial> baselines =
        clock.time("baselines", () -> baselines(goalposts, grouped, candidate, hash));
    List<VariantTrial> variants =
        clock.time("precisions", () -> variants(goalposts, onTrial, hash));
    ChampionNoise noise = past.noise(champion.hash());
    Map<String, List<Comparison>> reruns =
        clock.time("reruns", () -> reruns(grouped, champion, noise));
    List<SeedSpread> seeds =
        clock.time(
            "other seeds",
            () ->
                new SeedStage(split.heldOut(), loaded.suites())
                    .spread(declared, training, candidate));
    ChampionStanding standing = ChampionStanding.of(past.events(), champion, loaded.asOf());
    EarlierRuns earlier = new EarlierRuns(registry, experiment);
    JudgeStage judging = new JudgeStage(goalposts, past.goalposts(), earlier, noise);
    Scorer served = refit.map(Refit::scorer).orElse(candidate.scorer());
    ServingCost cost = ServingCost.measure(served, someRows(), experiment.gates());
    Verdict verdict =
        judging.judge(
            scored,
            suites,
            reruns,
            cost,
            furtherReasons(champion, scored, refit, variants),
            furtherWarnings(suites, baselines),
            standing);
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
        suites,
        baselines,
        variants,
        noise,
        seeds,
        refit.map(Refit::check),
        verdict,
        past.buildsOn().map(RunRecord::runId),
        past.differenceOf(configuration),
        EffectMeasurement.of(experiment.expected(), scored, noise),
        clock.durations());
  }

  private List<Scored> score(
      Goalposts goalposts, RunHistory past, Decided candidate, String hash, Champion champion) {
    return scoring(goalposts)
        .score(
            contender(candidate, hash),
            champion.contender(),
            set -> past.earlierCandidates(set.hash(), hash));
  }

  private ScoreStage scoring(Goalposts goalposts) {
    return new ScoreStage(
        split, loaded, predictions, comparing(goalposts), surroundings.progress());
  }

  private ComparisonStage comparing(Goalposts goalposts) {
    int horizonDays = experiment.data().horizonDays();
    return new ComparisonStage(goalposts, horizonDays, experiment.training().seed());
  }

  private Contender contender(Decided candidate, String hash) {
    return new Contender(hash, candidate.scorer(), exposure);
  }

  private List<BaselineTrial> baselines(
      Goalposts goalposts, GroupedStage grouped, Decided candidate, String hash) {
    return new BaselineStage(training, scoring(goalposts), grouped, experiment.decision())
        .trials(experiment.baselines(), contender(candidate, hash), procedure(), split.grouped());
  }

  private List<VariantTrial> variants(Goalposts goalposts, Candidate onTrial, String hash) {
    if (onTrial.exported().isEmpty()) {
      return List.of();
    }
    return exporting()
        .orElseThrow()
        .trials(onTrial.exported().get(), scoring(goalposts), contender(onTrial.decided(), hash));
  }

  /** How the candidate is trained. */
  private Procedure procedure() {
    TrainingDeclaration declared = experiment.training();
    return new Procedure(
        declared.trainer(), declared.settings(), declared.seed(), experiment.decision());
  }

  private List<SuiteComparison> suites(Decided candidate, String hash, Champion champion) {
    return SuiteStage.run(loaded.suites(), contender(candidate, hash), champion.contender());
  }

  private List<Scored> scoreLeftOut(GroupedStage grouped, Champion champion) {
    if (split.grouped().isEmpty()) {
      return List.of();
    }
    return grouped.score(split.grouped(), procedure(), procedure(champion));
  }

  private GroupedStage grouped(Goalposts goalposts) {
    return new GroupedStage(
        new FoldTrainings(experiment, loaded, surroundings.home(), assembly.provenance()),
        comparing(goalposts),
        surroundings.progress());
  }

  private Procedure procedure(Champion champion) {
    return ChampionProcedure.leavingOut(champion.hash(), registry, experiment);
  }

  private Map<String, List<Comparison>> reruns(
      GroupedStage grouped, Champion champion, ChampionNoise noise) {
    if (split.grouped().isEmpty()) {
      return Map.of();
    }
    return new RerunStage(experiment.gates(), grouped::training, experiment.data().horizonDays())
        .reruns(split.grouped(), procedure(champion), noise, loaded.fingerprint());
  }

  private Dataset someRows() {
    return split.heldOut().isEmpty() ? split.validation() : split.heldOut().getFirst().examples();
  }

  private List<String> furtherReasons(
      Champion champion, List<Scored> scored, Optional<Refit> refit, List<VariantTrial> variants) {
    List<String> reasons =
        new ArrayList<>(
            new Reproduction(registry.judgements(), champion, assembly.provenance())
                .failures(scored));
    refit.map(Refit::check).map(RefitCheck::reasonsToHold).ifPresent(reasons::addAll);
    variants.stream().filter(VariantTrial::served).forEach(one -> reasons.addAll(one.faults()));
    return reasons;
  }

  private List<String> furtherWarnings(
      List<SuiteComparison> suites, List<BaselineTrial> baselines) {
    List<String> warnings = new ArrayList<>();
    if (loaded.facts().simulated()) {
      warnings.add("every figure is about simulated data");
    }
    loaded.lateness().ifPresent(warnings::add);
    warnings.addAll(SuiteStage.warnings(suites));
    warnings.addAll(split.questions());
    baselines.forEach(baseline -> warnings.addAll(baseline.warnings()));
    return warnings;
  }
}
