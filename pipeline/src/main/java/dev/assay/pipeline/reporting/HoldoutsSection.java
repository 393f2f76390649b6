package dev.assay.pipeline.reporting;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.evaluation.Support;
import dev.assay.data.holdout.Holdout;
import dev.assay.data.holdout.HoldoutDefinition;
import dev.assay.data.holdout.HoldoutHealth;
import dev.assay.pipeline.fold.GroupedHoldout;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.Origin;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** What was judged on, and whether it still stands for today. */
final class HoldoutsSection {

  private static final int FEATURES = 15;
  private static final Cell NOT_OF_A_PART = new Cell.Missing("");

  private HoldoutsSection() {}

  static Section of(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(overview(run));
    for (Scored scored : ReadingOrder.all(run)) {
      scored.health().ifPresent(health -> add(health, blocks));
    }
    return new Section("holdouts", "Holdouts and their health", blocks);
  }

  private static void add(HoldoutHealth health, List<Block> blocks) {
    health.warnings().forEach(warning -> blocks.add(new Block.Notice(Tone.WARNING, warning)));
    blocks.add(PriorBlocks.table(health));
    blocks.addAll(PriorBlocks.charts(health));
    PriorBlocks.months(health).ifPresent(blocks::add);
    if (!health.drift().isEmpty()) {
      blocks.add(drift(health));
    }
  }

  /** The sets with their sizes. */
  static Block.Table overview(CompletedRun run) {
    return new Block.Table(
        "holdouts-overview",
        "The sets that candidate and champion are judged on",
        List.of(
            "set",
            "what it is",
            "rows",
            "compared",
            "positives",
            "events",
            "age in days",
            "cut out of training",
            "purged from training",
            "not yet known",
            "judged on it before"),
        ReadingOrder.all(run).stream().map(HoldoutsSection::row).toList());
  }

  private static List<Cell> row(Scored scored) {
    Support support = scored.candidate().support(new Subject.Whole());
    return List.of(
        Cell.text(scored.set().name()),
        Cell.text(kind(scored.set())),
        Cell.count(scored.set().examples().size()),
        Cell.count(scored.comparison().basis().rows()),
        Cell.count(support.positives()),
        Cell.count(support.events()),
        scored
            .health()
            .filter(health -> health.ageDays().isPresent())
            .map(health -> Cell.count(health.ageDays().getAsLong()))
            .orElse(NOT_OF_A_PART),
        cut(scored.set(), Holdout::takenFromTraining),
        cut(scored.set(), Holdout::purgedFromTraining),
        cut(scored.set(), Holdout::unknownRows),
        scored
            .health()
            .map(health -> Cell.count(health.earlierCandidates()))
            .orElse(NOT_OF_A_PART));
  }

  private static Cell cut(HeldOut set, ToIntFunction<Holdout> count) {
    return set.cut().map(holdout -> Cell.count(count.applyAsInt(holdout))).orElse(NOT_OF_A_PART);
  }

  /** What a set is, in words. */
  static String kind(HeldOut set) {
    return switch (set.origin()) {
      case Origin.TestPart part -> "the test part";
      case Origin.Cut(Holdout holdout) ->
          switch (holdout.definition()) {
            case HoldoutDefinition.Rolling(String name, int days) ->
                "rolling, the last " + days + " days";
            case HoldoutDefinition.Frozen frozen -> "frozen";
          };
      case Origin.LeftOut(GroupedHoldout holdout) ->
          "%s: %d groups in %d folds"
              .formatted(
                  holdout.declaration().words(),
                  holdout.folds().groups(),
                  holdout.folds().folds().size());
    };
  }

  private static Block.BarChart drift(HoldoutHealth health) {
    List<String> features = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    health.drift().stream()
        .limit(FEATURES)
        .forEach(
            feature -> {
              features.add(feature.feature());
              values.add(feature.psi());
            });
    return new Block.BarChart(
        BlockId.of("drift", health.name()),
        "Features of %s that moved most against the last %d days (above 0.25 is another distribution; the index has no interval)"
            .formatted(health.name(), HoldoutHealth.RECENT_DAYS),
        features,
        Block.Axis.fitting("population stability index"),
        List.of(new Block.Series("population stability index", List.of(), values)));
  }
}
