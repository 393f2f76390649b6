package dev.assay.pipeline.reporting;

import dev.assay.core.comparison.Compared;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.gate.MinimumSupport;
import dev.assay.core.gate.Regressions;
import dev.assay.core.gate.Summaries;
import dev.assay.core.gate.SummaryGate;
import dev.assay.core.metric.Metric;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.IntervalValue;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Origin;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.pipeline.verdict.PairedCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How both procedures do on groups that neither was trained on. */
final class LeftOutSection {

  private static final List<Function<Compared, Estimate>> SIDES =
      List.of(group -> group.estimate().champion(), group -> group.estimate().candidate());

  private final String holdout;
  private final Metric metric;
  private final MinimumSupport minimum;
  private final List<Compared> groups;
  private final List<Compared> judged;
  private final Regressions regressions;

  private LeftOutSection(Scored scored, MinimumSupport declared) {
    holdout = scored.set().name();
    metric = HeadlineMetric.of(scored.candidate().schema());
    minimum =
        declared.equals(MinimumSupport.NONE)
            ? MinimumSupport.events(SubjectTables.LEAST_EVENTS)
            : declared;
    groups =
        scored.comparison().figures().stream()
            .filter(compared -> compared.question().subject() instanceof Subject.Group)
            .filter(compared -> compared.question().metric().equals(metric))
            .toList();
    regressions = Regressions.among(groups, minimum);
    List<Compared> unshown =
        regressions.unshown().stream().map(Regressions.Unshown::compared).toList();
    judged = groups.stream().filter(group -> !unshown.contains(group)).toList();
  }

  /** Empty where no holdout leaves groups out, or too many for figures of each. */
  static Optional<Section> of(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    for (Scored scored : ReadingOrder.all(run)) {
      of(scored).ifPresent(section -> section.addTo(blocks));
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("left-out", "Groups that were left out", blocks));
  }

  /** What the groups of a set come to, in words and as a table; empty where none was left out. */
  static List<Block> summary(Scored scored) {
    return of(scored).map(LeftOutSection::summary).orElse(List.of());
  }

  /** Whether a set is told of here. */
  static boolean tells(Scored scored) {
    return scored.set().origin() instanceof Origin.LeftOut;
  }

  private static Optional<LeftOutSection> of(Scored scored) {
    return scored.set().origin() instanceof Origin.LeftOut(var grouped)
        ? Optional.of(new LeftOutSection(scored, grouped.declaration().minimumSupport()))
            .filter(section -> !section.groups.isEmpty())
        : Optional.empty();
  }

  private void addTo(List<Block> blocks) {
    blocks.add(
        new Block.Prose(
            "On %s the configurations of both sides are trained anew without each group and scored on it: what they would do for a group that they do not know."
                .formatted(holdout)));
    blocks.addAll(summary());
    if (!judged.isEmpty()) {
      losses().ifPresent(blocks::add);
      blocks.add(chart());
      blocks.add(table());
    }
    if (!regressions.unshown().isEmpty()) {
      blocks.add(unshown());
    }
  }

  private List<Block> summary() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Prose(words()));
    if (!judged.isEmpty()) {
      blocks.add(
          new Block.Table(
              BlockId.of("left-out-summary", holdout),
              "%s over the %d groups of %s that have %s or more; differences are those of each group, summed up likewise"
                  .formatted(metric.name(), judged.size(), holdout, minimum.words()),
              Stream.concat(Stream.of("over groups"), PairedCells.WITH_INTERVALS.stream()).toList(),
              List.of(
                  row(SummaryGate.Summary.MEDIAN),
                  row(SummaryGate.Summary.MEAN),
                  row(SummaryGate.Summary.WORST))));
    }
    return blocks;
  }

  private String words() {
    long better = judged.stream().filter(group -> isBeyond(group, true)).count();
    long worse = judged.stream().filter(group -> isBeyond(group, false)).count();
    return "Groups left out: %d. Of the %d that can be judged %d got better beyond their interval, %d got worse, and %d are not told apart; with too little to be judged: %d. %s"
        .formatted(
            groups.size(),
            judged.size(),
            better,
            worse,
            judged.size() - better - worse,
            regressions.unshown().size(),
            multiplicity(better + worse));
  }

  /** What chance alone would do to so many intervals, and what is left when that is allowed for. */
  private String multiplicity(long beyond) {
    String chance =
        beyond == 0
            ? ""
            : "Chance alone puts about %.0f of so many beyond. "
                .formatted(judged.size() * (1 - BootstrapSettings.DEFAULT_LEVEL));
    return chance
        + "Judged together: called a regression %d (Holm, 5%%), worth a look besides %d (Benjamini-Hochberg, 10%%)."
            .formatted(regressions.called().size(), regressions.worthALook().size());
  }

  private boolean isBeyond(Compared group, boolean better) {
    boolean up = better == metric.higherIsBetter();
    return group.estimate().difference().interval() instanceof IntervalValue.Defined(var range)
        && (up ? range.low() > 0 : range.high() < 0);
  }

  private List<Cell> row(SummaryGate.Summary summary) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(summary.name().toLowerCase(Locale.ROOT)));
    for (Function<Compared, Estimate> side : SIDES) {
      Estimate figure = over(summary, side).within(metric);
      cells.add(FigureCells.value(figure.value()));
      cells.add(FigureCells.interval(figure.interval()));
    }
    Estimate difference = over(summary, group -> group.estimate().difference());
    cells.add(FigureCells.difference(difference.value()));
    cells.add(FigureCells.differenceInterval(difference.interval()));
    return cells;
  }

  private Estimate over(SummaryGate.Summary summary, Function<Compared, Estimate> figure) {
    return Summaries.of(summary, judged.stream().map(figure).toList(), metric.higherIsBetter());
  }

  /** The losses that stand out; empty where none does, which the words say. */
  private Optional<Block> losses() {
    List<List<Cell>> rows = new ArrayList<>();
    regressions
        .called()
        .forEach(loss -> rows.add(loss(loss, new Cell.Mark("regression", Tone.BAD))));
    regressions
        .worthALook()
        .forEach(loss -> rows.add(loss(loss, new Cell.Mark("worth a look", Tone.WARNING))));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Table(
                BlockId.of("left-out-losses", holdout),
                "Losses on %s that stand out of %d judged together"
                    .formatted(holdout, regressions.judged()),
                List.of(
                    "group",
                    "difference",
                    "95% interval",
                    "p after Holm",
                    "p after Benjamini-Hochberg",
                    "called"),
                rows));
  }

  private static List<Cell> loss(Regressions.Loss loss, Cell called) {
    Estimate difference = loss.compared().estimate().difference();
    return List.of(
        name(loss.compared()),
        FigureCells.difference(difference.value()),
        FigureCells.differenceInterval(difference.interval()),
        Cell.number(loss.holm()),
        Cell.number(loss.falseDiscovery()),
        called);
  }

  private static Cell name(Compared group) {
    return Cell.text(group.question().subject().toString());
  }

  private Block.IntervalChart chart() {
    List<Block.Dot> dots =
        judged.stream()
            .sorted(Comparator.comparingDouble(LeftOutSection::difference).reversed())
            .map(LeftOutSection::dot)
            .toList();
    return new Block.IntervalChart(
        BlockId.of("left-out-differences", holdout),
        "Candidate minus champion in %s by group of %s, with 95%% intervals"
            .formatted(metric.name(), holdout),
        "difference in " + metric.name(),
        dots,
        new Block.Marker("no difference", 0));
  }

  private static double difference(Compared group) {
    return group.estimate().difference().value().orThrow();
  }

  private static Block.Dot dot(Compared group) {
    String name = group.question().subject().toString();
    return group.estimate().difference().interval() instanceof IntervalValue.Defined(var range)
        ? new Block.Dot(name, difference(group), range.low(), range.high())
        : new Block.Dot(name, difference(group), Double.NaN, Double.NaN);
  }

  private Block.Table table() {
    return new Block.Table(
        BlockId.of("left-out-groups", holdout),
        "%s by group of %s".formatted(metric.name(), holdout),
        SubjectRow.columns("group", "candidate is"),
        judged.stream().map(SubjectRow::directed).toList());
  }

  private Block.Table unshown() {
    return new Block.Table(
        BlockId.of("left-out-few", holdout),
        "Not judged on %s: fewer than %s, or no standard error".formatted(holdout, minimum.words()),
        SubjectRow.columns("group", "least effect that would show"),
        regressions.unshown().stream()
            .map(unshown -> SubjectRow.scarce(unshown.compared()))
            .toList());
  }
}
