package dev.assay.pipeline.reporting;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.model.Importance;
import dev.assay.core.model.LearningCurve;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.Samples;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.RefitCheck;
import dev.assay.pipeline.trial.SeedSpread;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How the candidate was trained, what it rests on, and how much chance there is in it. */
final class TrainingSection {

  private static final int INPUTS = 20;

  private TrainingSection() {}

  static Section of(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    blocks.addAll(FittedBlocks.of(run.candidate().fitted().tables()));
    blocks.add(facts(run));
    byMetric(run.candidate().fitted().curves())
        .forEach(
            (metric, curves) -> {
              blocks.add(new Block.Prose(CurveGap.words(metric, curves)));
              blocks.add(chart(metric, curves));
            });
    if (!run.candidate().fitted().importances().isEmpty()) {
      blocks.add(importances(run.candidate().fitted().importances()));
    }
    if (!run.seeds().isEmpty()) {
      blocks.add(seeds(run.seeds()));
    }
    run.refit().ifPresent(check -> blocks.add(refit(check)));
    return new Section("training", "Training", blocks);
  }

  /** Trainer, seed, settings and what training found. */
  static Block.Facts facts(CompletedRun run) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact("Trainer", run.candidateManifest().trainer()));
    facts.add(new Block.Fact("Seed", Long.toString(run.candidate().seed())));
    facts.addAll(SettingFacts.of(run.candidateManifest().settings()));
    run.candidate().fitted().facts().forEach((name, v) -> facts.add(new Block.Fact(name, v)));
    return new Block.Facts(facts);
  }

  private static Map<String, List<LearningCurve>> byMetric(List<LearningCurve> curves) {
    Map<String, List<LearningCurve>> byMetric = new LinkedHashMap<>();
    curves.forEach(c -> byMetric.computeIfAbsent(c.metric(), m -> new ArrayList<>()).add(c));
    return byMetric;
  }

  private static Block.LineChart chart(String metric, List<LearningCurve> curves) {
    List<Block.Series> lines = new ArrayList<>();
    for (LearningCurve curve : curves) {
      List<Double> rounds =
          IntStream.rangeClosed(1, curve.values().size()).mapToObj(i -> (double) i).toList();
      lines.add(new Block.Series(curve.part(), rounds, curve.values()));
    }
    return new Block.LineChart(
        BlockId.of("training-curve", metric),
        metric + " by round of training",
        Block.Axis.counting("round"),
        Block.Axis.fitting(metric),
        lines,
        List.of());
  }

  private static Block.BarChart importances(List<Importance> importances) {
    List<Importance> shown = importances.stream().limit(INPUTS).toList();
    String of =
        importances.size() > INPUTS
            ? ", the first %d of %d".formatted(INPUTS, importances.size())
            : "";
    return new Block.BarChart(
        "importances",
        "What the candidate rests on: share of the total gain in this one training, without"
            + " interval"
            + of,
        shown.stream().map(Importance::input).toList(),
        Block.Axis.fitting("share of gain"),
        List.of(
            new Block.Series(
                "share of gain", List.of(), shown.stream().map(Importance::share).toList())));
  }

  /** The figure of every seed, the candidate's first. */
  private static Block.Table seeds(List<SeedSpread> spreads) {
    List<String> columns = new ArrayList<>(List.of("on", "metric"));
    spreads.getFirst().seeds().forEach(seed -> columns.add("seed " + seed));
    columns.add("highest less lowest");
    columns.add("mean");
    columns.add("95% interval of the mean (t)");
    return new Block.Table(
        "seeds",
        "The same configuration with other seeds, the candidate's first: what chance alone does",
        columns,
        spreads.stream().map(TrainingSection::row).toList());
  }

  private static List<Cell> row(SeedSpread spread) {
    List<Cell> cells = new ArrayList<>();
    cells.add(
        Cell.text(
            switch (spread.judgedBy()) {
              case SeedSpread.JudgedBy.Holdout set -> set.name();
              case SeedSpread.JudgedBy.Suite suite -> "suite " + suite.name();
            }));
    cells.add(Cell.text(spread.metric()));
    spread.values().forEach(value -> cells.add(FigureCells.value(value)));
    boolean all = spread.values().stream().allMatch(value -> value.isDefined());
    var figures =
        spread.values().stream()
            .filter(v -> v.isDefined())
            .mapToDouble(v -> v.orThrow())
            .summaryStatistics();
    cells.add(
        all
            ? Cell.number(figures.getMax() - figures.getMin())
            : new Cell.Missing("a figure is undefined"));
    cells.addAll(
        all ? mean(spread.values()) : Collections.nCopies(2, new Cell.Missing("likewise")));
    return cells;
  }

  private static List<Cell> mean(List<MetricValue> values) {
    List<Double> figures = values.stream().map(MetricValue::orThrow).toList();
    return List.of(
        Cell.number(Samples.mean(figures)),
        FigureCells.interval(Samples.meanInterval(figures, BootstrapSettings.DEFAULT_LEVEL)));
  }

  private static Block.Facts refit(RefitCheck check) {
    return new Block.Facts(
        List.of(
            new Block.Fact(
                "Decisions on which the refit agrees with the judged model",
                Cell.percent(check.agreement()).shown()),
            new Block.Fact("Mean shift of its scores", Cell.number(check.meanShift()).shown()),
            new Block.Fact(
                "Labels for which it is degenerate",
                check.degenerateLabels().isEmpty()
                    ? "none"
                    : String.join(", ", check.degenerateLabels()))));
  }
}
