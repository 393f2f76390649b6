package dev.assay.pipeline.reporting;

import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.ledger.EffectRange;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.pipeline.verdict.NoiseFigures;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hypothesis, what changed for it, and what came of it. */
final class EffectsSection {

  private EffectsSection() {}

  static Section of(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    String hypothesis = run.experiment().hypothesis();
    blocks.add(
        hypothesis.isBlank()
            ? new Block.Notice(Tone.NEUTRAL, "The experiment states no hypothesis.")
            : new Block.Prose("Hypothesis: " + hypothesis));
    List<EffectPair> pairs = EffectPair.of(run);
    if (!pairs.isEmpty()) {
      blocks.add(effects(pairs));
    }
    Optional<String> before = run.differenceTo();
    if (before.isEmpty()) {
      blocks.add(new Block.Prose("There is no earlier run whose configuration it builds on."));
    } else if (run.difference().isEmpty()) {
      blocks.add(new Block.Prose("Its configuration is that of run " + before.get() + "."));
    } else {
      blocks.add(changes(before.get(), run.difference()));
    }
    return new Section("effects", "What was tried, expected and measured", blocks);
  }

  private static Block.Table effects(List<EffectPair> pairs) {
    return new Block.Table(
        "measured-effects",
        "Effects, candidate minus champion",
        List.of(
            "metric",
            "on",
            "expected",
            "champion",
            "measured",
            "95% interval",
            NoiseFigures.COLUMN,
            "as expected?"),
        pairs.stream().map(EffectsSection::row).toList());
  }

  private static List<Cell> row(EffectPair pair) {
    Cell none = new Cell.Missing("not measured");
    return List.of(
        Cell.text(pair.metric()),
        Cell.text(pair.holdout()),
        pair.expected()
            .map(ExpectedEffect::change)
            .<Cell>map(EffectsSection::range)
            .orElseGet(() -> new Cell.Missing("nothing was expected")),
        pair.measured().map(one -> FigureCells.value(one.baseline())).orElse(none),
        pair.measured().map(one -> FigureCells.difference(one.change())).orElse(none),
        pair.measured().map(EffectsSection::interval).orElse(none),
        pair.measured()
            .map(one -> NoiseFigures.cell(one.change(), Optional.ofNullable(one.noise())))
            .orElse(none),
        pair.expected().isEmpty() ? new Cell.Missing("nothing was expected") : mark(pair));
  }

  private static Cell range(EffectRange range) {
    return new Cell.Interval(range.low(), range.high(), 3, true);
  }

  private static Cell interval(MeasuredEffect effect) {
    EffectRange interval = effect.interval();
    return interval == null ? new Cell.Missing("no interval") : range(interval);
  }

  private static Cell mark(EffectPair pair) {
    Tone tone =
        switch (pair.agreement()) {
          case AS_EXPECTED -> Tone.GOOD;
          case BELOW -> Tone.BAD;
          case ABOVE, UNDECIDED -> Tone.NEUTRAL;
        };
    return new Cell.Mark(pair.agreement().words(), tone);
  }

  private static Block.Table changes(String before, ConfigurationDifference difference) {
    return new Block.Table(
        "configuration-changes",
        "What changed in the effective configuration since run " + before,
        List.of("setting", "before", "now"),
        difference.changes().stream().map(EffectsSection::row).toList());
  }

  private static List<Cell> row(ConfigurationDifference.Change change) {
    return List.of(Cell.text(change.path()), side(change.before()), side(change.after()));
  }

  private static Cell side(@Nullable String value) {
    return value == null ? new Cell.Missing("not there") : Cell.text(value);
  }
}
