package dev.assay.pipeline.experiment;

import dev.assay.core.gate.Gate;
import dev.assay.core.threshold.Bounds;
import dev.assay.data.source.DatasetSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an experiment comes to with every default filled in, as nested maps, lists and values: what
 * a run records and what the difference between two runs is computed from.
 */
public final class EffectiveConfiguration {

  private EffectiveConfiguration() {}

  /** The configuration of an experiment, in the order of the file's sections. */
  public static Map<String, Object> of(Experiment experiment) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", experiment.name());
    all.put("data", data(experiment.data()));
    all.put(
        LabelsSection.KEY,
        LabelsSection.configuration(experiment.data(), experiment.optionalLabels()));
    all.put("parts", parts(experiment.parts()));
    Map<String, Object> holdouts = new LinkedHashMap<>();
    experiment.holdouts().forEach(holdout -> holdouts.put(holdout.name(), holdout.words()));
    all.put("holdouts", holdouts);
    Map<String, Object> suites = new LinkedHashMap<>();
    experiment.suites().forEach(suite -> suites.put(suite.name(), suite.words()));
    all.put("suites", suites);
    all.put("train", training(experiment.training()));
    all.put("baselines", baselines(experiment.baselines()));
    experiment
        .export()
        .ifPresent(export -> all.put(ExportSection.KEY, ExportSection.configuration(export)));
    all.put("decision", decision(experiment.decision()));
    List<Map<String, Object>> gates = new ArrayList<>();
    experiment.gates().forEach(gate -> gates.add(gate(gate)));
    all.put("gates", gates);
    all.put(ReportSection.KEY, ReportSection.configuration(experiment.reported()));
    return all;
  }

  private static Map<String, Object> data(DatasetSource data) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rows", data.rows().words());
    map.put("id", data.id());
    map.put("label", data.labels().words());
    map.put("features", data.features().include());
    map.put("features_except", data.features().exclude().stream().sorted().toList());
    map.put("texts", data.features().texts().stream().sorted().toList());
    map.put("group", data.group().orElse("none"));
    map.put("time", data.time().orElse("none"));
    map.put("horizon_days", data.horizonDays());
    map.put("event", data.event().orElse("none"));
    map.put("source", data.source().orElse("none"));
    map.put("derived_from", data.origin().orElse("none"));
    map.put("slices", data.slices());
    map.put("part", data.part().orElse("none"));
    map.put("simulated", data.isSimulated());
    return map;
  }

  private static Map<String, Object> parts(PartsDeclaration parts) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("train", parts.shares().train());
    map.put("validation", parts.shares().validation());
    map.put("test", parts.shares().test());
    map.put("unit", parts.unit().map(unit -> unit.description()).orElse("standard"));
    map.put("seed", parts.seed());
    return map;
  }

  private static Map<String, Object> training(TrainingDeclaration training) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("with", training.trainer().name());
    map.putAll(training.settings().asMap());
    map.put("seeds", training.seeds());
    map.put(
        "refit",
        switch (training.shipment()) {
          case GATED -> "none";
          case REFIT_ON_ALL -> "all";
        });
    return map;
  }

  private static Object baselines(List<BaselineDeclaration> baselines) {
    Map<String, Object> map = new LinkedHashMap<>();
    baselines.forEach(one -> map.put(one.trainer().name(), one.settings().asMap()));
    return map.isEmpty() ? BaselinesSection.NONE : map;
  }

  private static Map<String, Object> decision(DecisionDeclaration decision) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("calibration", decision.calibration().name().toLowerCase(java.util.Locale.ROOT));
    map.put("objective", decision.objective().toString());
    map.put("within", range(decision.bounds()));
    map.put(
        "by_group",
        decision
            .byGroup()
            .<Object>map(shift -> Map.of("shrinkage", shift.shrinkage()))
            .orElse("none"));
    decision.labelBounds().forEach((label, bounds) -> map.put("within_" + label, range(bounds)));
    return map;
  }

  private static String range(Bounds bounds) {
    return bounds.low() + ".." + bounds.high();
  }

  private static Map<String, Object> gate(Gate gate) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", gate.name());
    map.put("asks", gate.words());
    map.put("inconclusive", gate.inconclusive().name().toLowerCase(java.util.Locale.ROOT));
    return map;
  }
}
