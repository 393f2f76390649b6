package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.ComparisonBasis;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.data.holdout.Holdout;
import dev.assay.data.holdout.HoldoutHealth;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.Scored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sets that were judged on, and the figures of both sides, in {@code verdict.json}. */
final class ScoredJson {

  private ScoredJson() {}

  static Map<String, Object> of(Scored scored) {
    HeldOut set = scored.set();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", set.name());
    json.put("kind", kind(set));
    json.put("hash", set.hash());
    Support support = scored.candidate().support(new Subject.Whole());
    json.put("rows", set.examples().size());
    json.put("compared", JsonFigures.support(support));
    ComparisonBasis basis = scored.comparison().basis();
    json.put("exposure", exposure(basis.exposure()));
    json.put("drawn_together", basis.dependence());
    json.put("new_labels", basis.newLabels());
    json.put("retired_labels", basis.retiredLabels());
    json.put("cut", set.cut().map(ScoredJson::cut).orElse(null));
    json.put("health", scored.health().map(ScoredJson::health).orElse(null));
    json.put("champion_scores_hash", scored.championScoresHash());
    json.put("candidate_scores_hash", scored.candidateScoresHash());
    json.put("figures", scored.comparison().figures().stream().map(ScoredJson::figure).toList());
    return json;
  }

  private static String kind(HeldOut set) {
    return set.cut().isEmpty() ? "part" : set.isFrozen() ? "frozen" : "rolling";
  }

  private static Map<String, Object> exposure(Exposure exposure) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (exposure) {
      case Exposure.Known(long candidate, long champion) -> {
        json.put("known", true);
        json.put("removed_candidate", candidate);
        json.put("removed_champion", champion);
      }
      case Exposure.Unknown(String reason) -> {
        json.put("known", false);
        json.put("reason", reason);
      }
    }
    return json;
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
                  prior.put("holdout", JsonFigures.value(label.holdout().value()));
                  prior.put("recent", JsonFigures.value(label.recent().value()));
                  return prior;
                })
            .toList();
    json.put("priors", priors);
    json.put("warnings", health.warnings());
    return json;
  }

  private static Map<String, Object> figure(Compared compared) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("metric", compared.question().metric().name());
    json.put("subject", JsonFigures.subject(compared.question().subject()));
    json.put("champion", JsonFigures.value(compared.estimate().champion().value()));
    json.put("candidate", JsonFigures.value(compared.estimate().candidate().value()));
    json.put("difference", JsonFigures.value(compared.estimate().difference().value()));
    json.put("interval", JsonFigures.interval(compared.estimate().difference().interval()));
    json.put("support", JsonFigures.support(compared.support()));
    return json;
  }
}
