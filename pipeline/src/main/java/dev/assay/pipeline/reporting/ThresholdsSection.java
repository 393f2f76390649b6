package dev.assay.pipeline.reporting;

import dev.assay.core.evaluation.PrecisionRecallCurve;
import dev.assay.core.evaluation.PrecisionRecallCurve.Point;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.ThresholdChoice;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The cuts, how sure they are, and what other cuts would have given. */
final class ThresholdsSection {

  private static final int CURVES = 6;

  private ThresholdsSection() {}

  static Section of(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    Optional<ThresholdSelection> selection = run.candidate().thresholds();
    if (selection.isEmpty()) {
      blocks.add(
          new Block.Prose(
              "Each example gets the class with the highest score; there are no cuts."));
    } else {
      add(selection.get(), run.candidate().validation(), blocks);
      if (run.candidate().scorer().rule() instanceof GroupThresholds shifted) {
        blocks.add(shifted(shifted));
      }
    }
    return new Section("thresholds", "Thresholds", blocks);
  }

  /** The cuts without their curves. */
  static List<Block> summary(CompletedRun run) {
    return of(run).blocks().stream().filter(block -> !(block instanceof Block.Chart)).toList();
  }

  private static void add(
      ThresholdSelection selection, Predictions validation, List<Block> blocks) {
    blocks.add(new Block.Prose(words(selection, validation)));
    for (ThresholdChoice.Infeasible none : selection.infeasible()) {
      blocks.add(
          new Block.Notice(
              Tone.WARNING,
              "No cut of %s serves: %s; the cut %s is a fall-back."
                  .formatted(none.label(), none.reason(), Cell.number(none.cut()).shown())));
    }
    blocks.add(cuts(selection));
    selection.choices().stream()
        .filter(choice -> choice.positives() > 0)
        .sorted(Comparator.comparingDouble(ThresholdsSection::width).reversed())
        .limit(CURVES)
        .forEach(choice -> blocks.add(curve(choice, validation)));
  }

  private static String words(ThresholdSelection selection, Predictions validation) {
    String which =
        selection.choices().size() > CURVES
            ? " Curves are drawn for the %d labels whose cuts are least sure.".formatted(CURVES)
            : "";
    return "Cuts are chosen on %,d validation rows alone, for the %s. Of equal optima the middle of the plateau is taken; a cut with few positives is shrunk towards the pooled one. The optimism is by how much the figure on these rows is better than the cross-fitted one. Neither of the two has an interval, nor have the curves: they say how the cut was chosen, and figures that judge stand under the comparison.%s"
        .formatted(validation.size(), ObjectiveWords.of(selection.objective()), which);
  }

  /** The cuts of groups that have their own. */
  private static Block.Table shifted(GroupThresholds thresholds) {
    List<String> columns = new ArrayList<>(List.of("group"));
    columns.addAll(thresholds.schema().names());
    List<List<Cell>> rows = new ArrayList<>();
    thresholds
        .byGroup()
        .forEach(
            (group, cuts) -> {
              List<Cell> row = new ArrayList<>(List.of(Cell.text(group)));
              cuts.cuts().forEach(cut -> row.add(Cell.number(cut)));
              rows.add(row);
            });
    return new Block.Table(
        "cuts-by-group",
        "Cuts shifted for groups, each as far as its positives on validation say; what the shifts"
            + " are worth shows on the holdouts",
        columns,
        rows);
  }

  private static double width(ThresholdChoice choice) {
    return choice instanceof ThresholdChoice.Chosen chosen
        ? chosen.spread().map(spread -> spread.high() - spread.low()).orElse(1.0)
        : 1;
  }

  /** The cut of each label. */
  static Block.Table cuts(ThresholdSelection selection) {
    return new Block.Table(
        "cuts",
        "Cuts chosen on validation",
        List.of(
            "label",
            "cut",
            "90% of redraws",
            "before shrinking",
            "own weight",
            "positives",
            "in sample",
            "cross-fitted",
            "optimism",
            "remark"),
        selection.choices().stream().map(choice -> row(choice, selection)).toList());
  }

  private static List<Cell> row(ThresholdChoice choice, ThresholdSelection selection) {
    return switch (choice) {
      case ThresholdChoice.Chosen chosen ->
          List.of(
              Cell.text(chosen.label()),
              Cell.number(chosen.cut()),
              chosen
                  .spread()
                  .<Cell>map(spread -> new Cell.Interval(spread.low(), spread.high(), 3, false))
                  .orElseGet(() -> new Cell.Missing("too many redraws had no cut")),
              Cell.number(chosen.unshrunkCut()),
              Cell.percent(chosen.ownWeight()),
              Cell.count(chosen.positives()),
              FigureCells.value(chosen.inSample()),
              FigureCells.value(chosen.crossFitted()),
              chosen.optimism(selection.objective()).isPresent()
                  ? Cell.difference(chosen.optimism(selection.objective()).getAsDouble())
                  : new Cell.Missing("a figure is undefined"),
              chosen.boundHit()
                  ? new Cell.Mark("a better cut lies outside of the bounds", Tone.WARNING)
                  : new Cell.Missing(""));
      case ThresholdChoice.Infeasible none -> {
        Cell missing = new Cell.Missing("no cut serves");
        yield List.of(
            Cell.text(none.label()),
            Cell.number(none.cut()),
            missing,
            missing,
            missing,
            Cell.count(none.positives()),
            missing,
            missing,
            missing,
            new Cell.Mark("fall-back: " + none.reason(), Tone.WARNING));
      }
    };
  }

  private static Block.LineChart curve(ThresholdChoice choice, Predictions validation) {
    List<Point> points =
        new ArrayList<>(PrecisionRecallCurve.of(validation, choice.label()).points()).reversed();
    String cut = Cell.number(choice.cut()).shown();
    return new Block.LineChart(
        BlockId.of("threshold-curve", choice.label()),
        "What each cut of " + choice.label() + " would give on validation",
        Block.Axis.unit("cut"),
        Block.Axis.unit("value"),
        List.of(
            series("precision", points, Point::precision),
            series("recall", points, Point::recall),
            series("f1", points, ThresholdsSection::f1)),
        List.of(new Block.Marker("chosen " + cut, choice.cut())));
  }

  private static double f1(Point point) {
    double sum = point.precision() + point.recall();
    return sum == 0 ? 0 : 2 * point.precision() * point.recall() / sum;
  }

  private static Block.Series series(
      String name, List<Point> points, ToDoubleFunction<Point> value) {
    return new Block.Series(
        name,
        points.stream().map(Point::cut).toList(),
        points.stream().map(value::applyAsDouble).toList());
  }
}
