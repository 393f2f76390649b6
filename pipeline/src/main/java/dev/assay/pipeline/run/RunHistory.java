package dev.assay.pipeline.run;

import dev.assay.core.gate.Goalposts;
import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.trial.ChampionNoise;
import dev.assay.pipeline.trial.RunIdentity;
import dev.assay.registry.Registry;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was on record before a run. For the repetition of a recorded run it is what that run found,
 * so that the verdict comes out the same.
 */
final class RunHistory {

  private final Registry registry;
  private final Experiment experiment;
  private final Optional<RunRecord> repeated;
  private final List<RunRecord> runs;
  private final List<HistoryEvent> events;

  private RunHistory(
      Registry registry,
      Experiment experiment,
      Optional<RunRecord> repeated,
      List<RunRecord> runs,
      List<HistoryEvent> events) {
    this.registry = registry;
    this.experiment = experiment;
    this.repeated = repeated;
    this.runs = runs;
    this.events = events;
  }

  static RunHistory before(Registry registry, Experiment experiment, RunIdentity identity) {
    List<RunRecord> runs = new ArrayList<>();
    for (RunRecord run : registry.runs().all()) {
      if (identity.repeated().isPresent() && run.runId().equals(identity.runId())) {
        break;
      }
      runs.add(run);
    }
    List<HistoryEvent> events = new ArrayList<>();
    for (HistoryEvent event : registry.history().events()) {
      if (identity.repeated().isPresent() && identity.runId().equals(event.runId())) {
        break;
      }
      events.add(event);
    }
    return new RunHistory(registry, experiment, identity.repeated(), runs, events);
  }

  /** The events before the run, the oldest first. */
  List<HistoryEvent> events() {
    return events;
  }

  /** How many other candidates were judged on a holdout before. */
  int earlierCandidates(String holdoutHash, String candidate) {
    return repeated
        .map(run -> registry.judgements().othersBefore(run.runId(), holdoutHash, candidate))
        .orElseGet(() -> registry.judgements().others(holdoutHash, candidate));
  }

  /**
   * What was on record of the noise of seeds.
   *
   * @param champion the hash of the bundle whose it is
   */
  ChampionNoise noise(String champion) {
    return new ChampionNoise(
        repeated
            .map(run -> registry.noise().ofBefore(run.runId(), champion))
            .orElseGet(() -> registry.noise().of(champion)));
  }

  /** The goalposts of the run of this experiment before this one. */
  Optional<Goalposts> goalposts() {
    return lastOfExperiment().flatMap(run -> GoalpostRecord.former(run, experiment));
  }

  /**
   * The run that this one builds on: the one that the experiment names, else the last of the same
   * experiment.
   *
   * @throws InvalidInputException where it names one that is not on record
   */
  Optional<RunRecord> buildsOn() {
    if (experiment.buildsOn().isEmpty()) {
      return lastOfExperiment();
    }
    String id = experiment.buildsOn().get();
    Optional<RunRecord> named = runs.stream().filter(run -> run.runId().equals(id)).findFirst();
    if (named.isEmpty()) {
      throw new InvalidInputException(
          experiment.file() + " builds_on",
          "there is no run '" + id + "' on record.",
          NearestName.advice(id, runs.stream().map(RunRecord::runId).toList()));
    }
    return named;
  }

  private Optional<RunRecord> lastOfExperiment() {
    return runs.stream()
        .filter(run -> run.experiment().equals(experiment.name()))
        .reduce((earlier, later) -> later);
  }

  /** What changed in a configuration since the run that it builds on. */
  ConfigurationDifference differenceOf(Map<String, Object> configuration) {
    return buildsOn()
        .map(
            run ->
                ConfigurationDifference.between(
                    new JsonMapper()
                        .readValue(
                            run.configuration(),
                            new TypeReference<LinkedHashMap<String, Object>>() {}),
                    configuration))
        .orElseGet(ConfigurationDifference::none);
  }
}
