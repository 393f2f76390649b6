package dev.assay.pipeline.reporting;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.data.holdout.Holdout;
import dev.assay.data.holdout.HoldoutHealth;
import dev.assay.pipeline.trial.ChampionNoise;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.Origin;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.ComparisonJson;
import dev.assay.pipeline.verdict.FigureJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sets that were judged on, and the figures of both sides, in {@code verdict.json}. */
final class ScoredJson {

  private ScoredJson() {}

  static Map<String, Object> of(Scored scored, ChampionNoise noise) {
    HeldOut set = scored.set();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", set.name());
    json.put("kind", kind(set));
    json.put("hash", set.hash());
    Support support = scored.candidate().support(new Subject.Whole());
    json.put("rows", set.examples().size());
    json.put("compared", FigureJson.support(support));
    ComparisonJson.addBasis(scored.comparison().basis(), json);
    json.put("cut", set.cut().map(ScoredJson::cut).orElse(null));
    json.put("health", scored.health().map(ScoredJson::health).orElse(null));
    json.put("champion_scores_hash", scored.championScoresHash());
    json.put("candidate_scores_hash", scored.candidateScoresHash());
    ComparisonJson.addFigures(
        scored.comparison(), question -> noise.of(set.name(), question), json);
    return json;
  }

  private static String kind(HeldOut set) {
    return switch (set.origin()) {
      case Origin.TestPart part -> "part";
      case Origin.Cut cut -> set.isFrozen() ? "frozen" : "rolling";
      case Origin.LeftOut leftOut -> "grouped";
    };
  }

  private static Map<String, Object> cut(Holdout holdout) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("taken_from_training", holdout.takenFromTraining());
    json.put("purged_from_training", holdout.purgedFromTraining());
    json.put("unknown_rows_left_out", holdout.unknownRows());
    json.put("rows_shared_with_earlier_holdouts", holdout.sharedRows());
    return json;
  }

  private static Map<String, Object> health(HoldoutHealth health) {
    @Nullable Long age = health.ageDays().isPresent() ? health.ageDays().getAsLong() : null;
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("age_days", age);
    json.put("earlier_candidates", health.earlierCandidates());
    List<Map<String, Object>> priors =
        health.labels().stream()
            .map(
                label -> {
                  Map<String, Object> prior = new LinkedHashMap<>();
                  prior.put("label", label.label());
                  prior.put("holdout", FigureJson.value(label.holdout().value()));
                  prior.put("recent", FigureJson.value(label.recent().value()));
                  return prior;
                })
            .toList();
    json.put("priors", priors);
    json.put("warnings", health.warnings());
    return json;
  }
}
