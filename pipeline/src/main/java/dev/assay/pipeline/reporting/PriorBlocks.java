package dev.assay.pipeline.reporting;

import dev.assay.core.metric.MetricValue;
import dev.assay.data.holdout.HoldoutHealth;
import dev.assay.data.holdout.LabelHealth;
import dev.assay.data.prior.MonthlyRate;
import dev.assay.data.prior.Rate;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** How often labels are positive in a holdout, in training and lately. */
final class PriorBlocks {

  /** Charts for more labels than these nobody looks at; the table has them all. */
  private static final int CHARTS = 3;

  private PriorBlocks() {}

  static Block.Table table(HoldoutHealth health) {
    return new Block.Table(
        BlockId.of("priors", health.name()),
        "Share of positives in %s and in the last %d days; Wilson takes rows for independent"
            .formatted(health.name(), HoldoutHealth.RECENT_DAYS),
        List.of(
            "label",
            "in " + health.name(),
            "95% interval (Wilson)",
            "rows",
            "lately",
            "95% interval lately",
            "rows lately"),
        health.labels().stream().map(PriorBlocks::row).toList());
  }

  private static List<Cell> row(LabelHealth label) {
    Rate rate = label.holdout();
    return List.of(
        Cell.text(label.label()),
        FigureCells.share(rate.value()),
        interval(rate),
        Cell.count(rate.rows()),
        FigureCells.share(label.recent().value()),
        interval(label.recent()),
        Cell.count(label.recent().rows()));
  }

  private static Cell interval(Rate rate) {
    return rate.rows() == 0
        ? new Cell.Missing("no row with a known label")
        : new Cell.Interval(rate.wilsonLow(), rate.wilsonHigh(), 3, false);
  }

  /** By month, of all labels, with intervals; empty for data without time. */
  static Optional<Block> months(HoldoutHealth health) {
    List<List<Cell>> rows = new ArrayList<>();
    for (LabelHealth label : health.labels()) {
      label.trainingMonths().forEach(rate -> rows.add(row(label.label(), "training", rate)));
      label.holdoutMonths().forEach(rate -> rows.add(row(label.label(), health.name(), rate)));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Table(
                BlockId.of("monthly-priors", health.name()),
                "Share of positives by month, training beside "
                    + health.name()
                    + "; Wilson takes rows for independent",
                List.of("label", "in", "month", "share", "95% interval (Wilson)", "rows"),
                rows));
  }

  private static List<Cell> row(String label, String where, MonthlyRate month) {
    return List.of(
        Cell.text(label),
        Cell.text(where),
        Cell.text(month.month().toString()),
        FigureCells.value(month.rate().value()),
        interval(month.rate()),
        Cell.count(month.rate().rows()));
  }

  /** By month, of the labels whose prior moved most; none for data without time. */
  static List<Block> charts(HoldoutHealth health) {
    return health.labels().stream()
        .filter(label -> !label.holdoutMonths().isEmpty())
        .sorted(Comparator.comparingDouble(PriorBlocks::move).reversed())
        .limit(CHARTS)
        .map(label -> (Block) chart(health.name(), label))
        .toList();
  }

  private static double move(LabelHealth label) {
    return label.holdout().value() instanceof MetricValue.Defined(double then)
            && label.recent().value() instanceof MetricValue.Defined(double now)
        ? Math.abs(now - then)
        : 0;
  }

  private static Block.BarChart chart(String holdout, LabelHealth label) {
    SortedSet<YearMonth> months = new TreeSet<>();
    label.trainingMonths().forEach(rate -> months.add(rate.month()));
    label.holdoutMonths().forEach(rate -> months.add(rate.month()));
    List<YearMonth> all = new ArrayList<>();
    for (YearMonth month = months.first();
        !month.isAfter(months.last());
        month = month.plusMonths(1)) {
      all.add(month);
    }
    return new Block.BarChart(
        BlockId.of("monthly-prior", holdout, label.label()),
        "Share of positives of " + label.label() + " by month, training beside " + holdout,
        all.stream().map(YearMonth::toString).toList(),
        Block.Axis.fitting("share of positives"),
        List.of(
            series("training", all, label.trainingMonths()),
            series(holdout, all, label.holdoutMonths())));
  }

  private static Block.Series series(String name, List<YearMonth> months, List<MonthlyRate> rates) {
    List<Double> values = new ArrayList<>();
    for (YearMonth month : months) {
      values.add(
          rates.stream()
              .filter(rate -> rate.month().equals(month))
              .map(rate -> rate.rate().value())
              .filter(MetricValue::isDefined)
              .findFirst()
              .map(MetricValue::orThrow)
              .orElse(Double.NaN));
    }
    return new Block.Series(name, List.of(), values);
  }
}
