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
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.LoadedSuite;
import dev.assay.registry.run.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The goalposts of this run, and those of the run before it as they are on record. */
final class GoalpostRecord {

  /** Begins the name of a suite on record, whose value is the fingerprints of its vectors. */
  private static final String SUITE = "suite ";

  private GoalpostRecord() {}

  /** What a run is judged by: its gates, and what else decides how strict these are. */
  static Goalposts of(Experiment experiment, LoadedExamples loaded) {
    Map<String, SortedSet<String>> suites = new LinkedHashMap<>();
    for (LoadedSuite suite : loaded.suites()) {
      suites.put(suite.suite().name(), suite.suite().fingerprints());
    }
    return new Goalposts(experiment.gates(), settings(experiment, loaded.holdouts()), suites);
  }

  /** What must not be loosened unseen, by name, as it is put on record. */
  static Map<String, String> guarded(Experiment experiment, LoadedExamples loaded) {
    Goalposts goalposts = of(experiment, loaded);
    Map<String, String> guarded = new LinkedHashMap<>(goalposts.settings());
    goalposts
        .suites()
        .forEach((name, vectors) -> guarded.put(SUITE + name, String.join(" ", vectors)));
    return guarded;
  }

  private static Map<String, String> settings(
      Experiment experiment, List<HoldoutDefinition> holdouts) {
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
    experiment
        .export()
        .ifPresent(
            export ->
                settings.put("export parity", "f1 may fall by at most " + export.dropAtMost()));
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
      return Optional.of(former(gates, guarded(run.guarded())));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static Goalposts former(List<Gate> gates, Map<String, String> guarded) {
    Map<String, String> settings = new LinkedHashMap<>();
    Map<String, SortedSet<String>> suites = new LinkedHashMap<>();
    guarded.forEach(
        (name, value) -> {
          if (name.startsWith(SUITE)) {
            List<String> vectors = value.isEmpty() ? List.of() : List.of(value.split(" "));
            suites.put(name.substring(SUITE.length()), new TreeSet<>(vectors));
          } else {
            settings.put(name, value);
          }
        });
    return new Goalposts(gates, settings, suites);
  }

  private static Map<String, String> guarded(String json) {
    return new JsonMapper().readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
  }
}
