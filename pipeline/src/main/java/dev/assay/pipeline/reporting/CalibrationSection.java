package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Reliability;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Measure;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.PairedEstimate;
import dev.assay.core.statistics.Wilson;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether a score of 0.8 is right in 80 of 100 cases, of both sides. */
final class CalibrationSection {

  private static final int DIAGRAMS = 6;

  private CalibrationSection() {}

  /** A label on a set, of both sides; the champion may not know it. */
  private record Diagram(
      String holdout,
      String label,
      Reliability candidate,
      Optional<Reliability> champion,
      Optional<PairedEstimate> compared) {

    static Diagram of(Scored scored, String label) {
      Evaluation champion = scored.champion();
      return new Diagram(
          scored.set().name(),
          label,
          Reliability.of(scored.candidate().predictions(), label),
          champion.schema().names().contains(label)
              ? Optional.of(Reliability.of(champion.predictions(), label))
              : Optional.empty(),
          compared(scored));
    }

    /** The comparison, which has intervals, is of all labels together: of one where that is all. */
    private static Optional<PairedEstimate> compared(Scored scored) {
      return scored.candidate().schema().size() == 1
          ? scored
              .comparison()
              .figure(new Question(Metric.of(Measure.ECE), new Subject.Whole()))
              .map(Compared::estimate)
          : Optional.empty();
    }

    double error() {
      return candidate.expectedCalibrationError() instanceof MetricValue.Defined(double error)
          ? error
          : 0;
    }
  }

  static Section of(CompletedRun run) {
    List<Diagram> diagrams = new ArrayList<>();
    for (Scored scored : ReadingOrder.all(run)) {
      scored.candidate().schema().names().forEach(label -> diagrams.add(Diagram.of(scored, label)));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Prose(words(run, diagrams.size())));
    blocks.add(errors(diagrams));
    diagrams.stream()
        .filter(diagram -> !diagram.candidate().bins().isEmpty())
        .sorted(Comparator.comparingDouble(Diagram::error).reversed())
        .limit(DIAGRAMS)
        .forEach(diagram -> blocks.add(chart(diagram)));
    blocks.add(bins(diagrams));
    return new Section("calibration", "Calibration", blocks);
  }

  private static String words(CompletedRun run, int diagrams) {
    String method =
        switch (run.experiment().decision().calibration()) {
          case NONE -> "The candidate's scores are not calibrated.";
          case SIGMOID ->
              "The candidate's scores are calibrated by a sigmoid, fitted on validation.";
          case ISOTONIC ->
              "The candidate's scores are calibrated by isotonic regression on validation.";
        };
    List<String> left = run.candidate().calibration().uncalibrated();
    String uncalibrated =
        left.isEmpty()
            ? ""
            : " Left as they are, having no positive or no negative there: "
                + String.join(", ", left)
                + ".";
    String worst =
        diagrams > DIAGRAMS ? " Drawn are the %d least calibrated.".formatted(DIAGRAMS) : "";
    return method
        + " Where scores can be taken for probabilities, the line follows the diagonal."
        + uncalibrated
        + worst;
  }

  private static Block.Table errors(List<Diagram> diagrams) {
    return new Block.Table(
        "calibration-errors",
        "Expected calibration error, the mean distance from the diagonal, in 15 bins",
        List.of(
            "set",
            "label",
            "champion",
            "champion 95% interval",
            "candidate",
            "candidate 95% interval"),
        diagrams.stream().map(CalibrationSection::row).toList());
  }

  private static List<Cell> row(Diagram diagram) {
    return List.of(
        Cell.text(diagram.holdout()),
        Cell.text(diagram.label()),
        diagram
            .champion()
            .map(known -> FigureCells.value(known.expectedCalibrationError()))
            .orElseGet(() -> new Cell.Missing("the champion does not know this label")),
        interval(diagram, PairedEstimate::champion),
        FigureCells.value(diagram.candidate().expectedCalibrationError()),
        interval(diagram, PairedEstimate::candidate));
  }

  private static Cell interval(Diagram diagram, Function<PairedEstimate, Estimate> side) {
    return diagram
        .compared()
        .map(estimate -> FigureCells.interval(side.apply(estimate).interval()))
        .orElseGet(() -> new Cell.Missing("of all labels only, see ece_macro"));
  }

  /** What the diagrams are drawn from, with intervals; of all labels. */
  private static Block.Table bins(List<Diagram> diagrams) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Diagram diagram : diagrams) {
      diagram.champion().ifPresent(known -> addBins(diagram, "champion", known, rows));
      addBins(diagram, "candidate", diagram.candidate(), rows);
    }
    return new Block.Table(
        "calibration-bins",
        "Share of positives by score, with Wilson's interval, which takes rows for independent",
        List.of("set", "label", "side", "mean score", "share of positives", "95% interval", "rows"),
        rows);
  }

  private static void addBins(
      Diagram diagram, String side, Reliability reliability, List<List<Cell>> rows) {
    for (Reliability.Bin bin : reliability.bins()) {
      long positives = Math.round(bin.positiveRate() * bin.count());
      rows.add(
          List.of(
              Cell.text(diagram.holdout()),
              Cell.text(diagram.label()),
              Cell.text(side),
              Cell.number(bin.meanScore()),
              Cell.number(bin.positiveRate()),
              FigureCells.interval(
                  Wilson.interval(positives, bin.count(), BootstrapSettings.DEFAULT_LEVEL)),
              Cell.count(bin.count())));
    }
  }

  private static Block.LineChart chart(Diagram diagram) {
    List<Block.Series> lines = new ArrayList<>();
    diagram.champion().ifPresent(known -> lines.add(series("champion", known)));
    lines.add(series("candidate", diagram.candidate()));
    lines.add(new Block.Series("as scored", List.of(0.0, 1.0), List.of(0.0, 1.0)));
    return new Block.LineChart(
        BlockId.of("reliability", diagram.holdout(), diagram.label()),
        "Reliability of " + diagram.label() + " on " + diagram.holdout(),
        Block.Axis.unit("mean score"),
        Block.Axis.unit("share of positives"),
        lines,
        List.of());
  }

  private static Block.Series series(String name, Reliability reliability) {
    return new Block.Series(
        name,
        reliability.bins().stream().map(Reliability.Bin::meanScore).toList(),
        reliability.bins().stream().map(Reliability.Bin::positiveRate).toList());
  }
}
