package dev.assay.pipeline.run;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.gate.CostGate;
import dev.assay.core.gate.Decision;
import dev.assay.core.gate.EvidenceSource;
import dev.assay.core.gate.Goalposts;
import dev.assay.core.gate.GroupNames;
import dev.assay.core.gate.Judge;
import dev.assay.core.gate.SubjectSelector;
import dev.assay.core.gate.Target;
import dev.assay.core.gate.Verdict;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.pipeline.trial.ChampionNoise;
import dev.assay.pipeline.trial.ChampionStanding;
import dev.assay.pipeline.trial.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the gates to what was scored, and adds what no gate can say. */
final class JudgeStage {

  private final Goalposts goalposts;
  private final Optional<Goalposts> former;
  private final EarlierRuns earlier;
  private final ChampionNoise noise;

  /**
   * A stage.
   *
   * @param former the goalposts of the run before
   * @param earlier where groups that a gate describes by an earlier run are looked up
   * @param noise how far the champion's figures move with the seed
   */
  JudgeStage(
      Goalposts goalposts, Optional<Goalposts> former, EarlierRuns earlier, ChampionNoise noise) {
    this.earlier = earlier;
    this.goalposts = goalposts;
    this.former = former;
    this.noise = noise;
  }

  /**
   * The verdict.
   *
   * @param suites both sides on every suite
   * @param reruns comparisons of the champion with reruns of itself, by the name of the holdout
   * @param furtherReasons why the candidate must be held whatever the gates say
   * @param furtherWarnings what else a reader must know
   * @param standing how old the champion is, which a hold makes older
   */
  Verdict judge(
      List<Scored> scored,
      List<SuiteComparison> suites,
      Map<String, List<Comparison>> reruns,
      ServingCost cost,
      List<String> furtherReasons,
      List<String> furtherWarnings,
      ChampionStanding standing) {
    Judge judge = new Judge(new Evidence(scored, suites, reruns, cost, earlier));
    Verdict verdict =
        former.map(f -> judge.judge(goalposts, f)).orElseGet(() -> judge.judge(goalposts));
    List<String> reasons = new ArrayList<>(verdict.reasonsToHold());
    reasons.addAll(furtherReasons);
    List<String> warnings = new ArrayList<>(verdict.warnings());
    warnings.addAll(NoiseWarnings.of(verdict.checks(), noise));
    scored.forEach(one -> one.health().ifPresent(health -> warnings.addAll(health.warnings())));
    warnings.addAll(furtherWarnings);
    warnings.addAll(standing.warnings(!reasons.isEmpty()));
    return new Verdict(
        reasons.isEmpty() ? Decision.PROMOTE : Decision.HOLD,
        verdict.checks(),
        reasons,
        warnings,
        verdict.moves(),
        verdict.underFormer());
  }

  /** What was scored, as the judge asks for it. */
  private record Evidence(
      List<Scored> scored,
      List<SuiteComparison> suites,
      Map<String, List<Comparison>> reruns,
      ServingCost serving,
      EarlierRuns earlier)
      implements EvidenceSource {

    @Override
    public GroupNames named(SubjectSelector.WorstGroups worst, Target target) {
      return earlier.worst(worst, target);
    }

    @Override
    public Optional<Comparison> comparison(String holdout) {
      return scored.stream()
          .filter(one -> one.set().name().equals(holdout))
          .map(Scored::comparison)
          .findFirst();
    }

    @Override
    public Optional<SuiteComparison> suite(String name) {
      return suites.stream().filter(suite -> suite.suite().equals(name)).findFirst();
    }

    @Override
    public List<Comparison> reruns(String holdout) {
      return reruns.getOrDefault(holdout, List.of());
    }

    @Override
    public MetricValue cost(CostGate.Cost cost) {
      return switch (cost) {
        case P95_LATENCY -> serving.p95Milliseconds();
        case SIZE -> serving.bytes();
      };
    }
  }
}
