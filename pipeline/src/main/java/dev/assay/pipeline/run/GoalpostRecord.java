package dev.assay.pipeline.run;

import dev.assay.core.gate.Gate;
import dev.assay.core.gate.Goalposts;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.threshold.Bounds;
import dev.assay.data.holdout.HoldoutDefinition;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import dev.assay.pipeline.reporting.ObjectiveWords;
import dev.assay.registry.run.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The goalposts of this run, and those of the run before it as they are on record. */
final class GoalpostRecord {

  private GoalpostRecord() {}

  /** What a run is judged by: its gates, and what else decides how strict these are. */
  static Goalposts of(Experiment experiment, List<HoldoutDefinition> holdouts) {
    return new Goalposts(experiment.gates(), guarded(experiment, holdouts));
  }

  /** The settings that must not be loosened unseen, by name, in words. */
  static Map<String, String> guarded(Experiment experiment, List<HoldoutDefinition> holdouts) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (HoldoutDefinition holdout : holdouts) {
      settings.put(
          "holdout " + holdout.name(),
          switch (holdout) {
            case HoldoutDefinition.Rolling rolling -> "the last " + rolling.days() + " days";
            case HoldoutDefinition.Frozen frozen -> "frozen as " + frozen.fileHash();
          });
    }
    for (HoldoutDeclaration declared : experiment.holdouts()) {
      if (declared instanceof HoldoutDeclaration.Grouped grouped) {
        settings.put("holdout " + grouped.name(), grouped.words());
      }
    }
    DecisionDeclaration decision = experiment.decision();
    settings.put("threshold objective", ObjectiveWords.of(decision.objective()));
    settings.put("threshold bounds", words(decision.bounds()));
    decision
        .labelBounds()
        .forEach((label, bounds) -> settings.put("threshold bounds of " + label, words(bounds)));
    return settings;
  }

  private static String words(Bounds bounds) {
    return bounds.low() + ".." + bounds.high();
  }

  /**
   * The goalposts of an earlier run; empty where its experiment file cannot be read any more, as
   * after a change of the file's format.
   */
  static Optional<Goalposts> former(RunRecord run, Experiment now) {
    try {
      List<Gate> gates = ExperimentReader.parse(now.file(), run.experimentText()).gates();
      return Optional.of(new Goalposts(gates, settings(run.guarded())));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> settings(String json) {
    return new JsonMapper().readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
  }
}
