package dev.assay.pipeline.trial;

import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.gate.Verdict;
import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.pipeline.experiment.Experiment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a run found out, before anything of it is written down: what its reports are made from.
 *
 * @param experiment the experiment
 * @param configuration its effective configuration
 * @param identity the run's id and what determines it
 * @param loaded the data
 * @param split parts and holdouts
 * @param candidate the candidate as it was trained and decided on
 * @param candidateHash the hash of the candidate's bundle
 * @param candidateManifest what the candidate's bundle says of itself
 * @param champion the champion's bundle
 * @param standing how old the champion is
 * @param scored both on every set
 * @param suites both on every suite
 * @param baselines the candidate beside each baseline
 * @param variants each precision of the weights beside them as they were trained
 * @param noise how far the champion's figures move with the seed, as far as that is on record
 * @param seeds how the figures move with the seed; empty with one seed
 * @param refit how the model that is shipped compares with the one that was judged
 * @param verdict the verdict
 * @param differenceTo the run that the configuration is compared with; empty for a first one
 * @param difference what changed since then
 * @param measured the effects measured, those expected first
 * @param durations the time of each stage
 */
public record CompletedRun(
    Experiment experiment,
    Map<String, Object> configuration,
    RunIdentity identity,
    LoadedExamples loaded,
    SplitExamples split,
    Decided candidate,
    String candidateHash,
    BundleManifest candidateManifest,
    Champion champion,
    ChampionStanding standing,
    List<Scored> scored,
    List<SuiteComparison> suites,
    List<BaselineTrial> baselines,
    List<VariantTrial> variants,
    ChampionNoise noise,
    List<SeedSpread> seeds,
    Optional<RefitCheck> refit,
    Verdict verdict,
    Optional<String> differenceTo,
    ConfigurationDifference difference,
    List<MeasuredEffect> measured,
    Map<String, Duration> durations) {}
