package dev.assay.pipeline.ledger;

import dev.assay.core.gate.Decision;
import dev.assay.core.ledger.Agreement;
import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.ledger.EffectRange;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.core.ledger.Lesson;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.core.metric.MetricValue;
import dev.assay.pipeline.verdict.NoiseFigures;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries of the ledger as tables and as a document. */
public final class LedgerDocument {

  private LedgerDocument() {}

  /** All entries as one table, a line each. */
  public static Block.Table table(List<LedgerEntry> entries) {
    List<List<Cell>> rows = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      rows.add(
          List.of(
              Cell.text(entry.id()),
              Cell.text(entry.plan().experiment()),
              state(entry.state()),
              Cell.text(effects(entry)),
              Cell.text(agreement(entry)),
              Cell.text(lesson(entry))));
    }
    return new Block.Table(
        "ledger",
        "Ledger",
        List.of("entry", "experiment", "state", "measured change", "against expected", "lesson"),
        rows);
  }

  /** The entries as a document with a section each, in the order given. */
  public static Document of(List<LedgerEntry> entries) {
    List<Section> sections = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      sections.add(section(entry));
    }
    return new Document(
        "Ledger",
        entries.size() + (entries.size() == 1 ? " entry" : " entries"),
        "What was tried",
        Tone.NEUTRAL,
        "What was expected, what was measured against a measured baseline, and what was learned.",
        List.of(),
        sections);
  }

  private static Section section(LedgerEntry entry) {
    String id = entry.id().toLowerCase(Locale.ROOT);
    List<Block> blocks = new ArrayList<>();
    if (!entry.plan().hypothesis().isBlank()) {
      blocks.add(new Block.Prose(entry.plan().hypothesis()));
    }
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact("planned", entry.plan().frozenAt() + " by " + entry.plan().actor()));
    facts.add(new Block.Fact("builds on", Objects.toString(entry.plan().buildsOn(), "nothing")));
    facts.add(new Block.Fact("state", words(entry.state())));
    blocks.add(new Block.Facts(facts));
    blocks.add(effectsTable(id, entry));
    if (entry.state() instanceof LedgerState.Run run && !run.difference().isEmpty()) {
      blocks.add(differenceTable(id, run.difference()));
    }
    Lesson lesson = entry.lesson();
    if (lesson != null) {
      blocks.add(new Block.Prose("Lesson: " + lesson.text()));
      lesson.next().forEach(next -> blocks.add(new Block.Prose("Next: " + next)));
    }
    return new Section("entry-" + id, entry.id() + ": " + entry.plan().experiment(), blocks);
  }

  private static Block.Table effectsTable(String id, LedgerEntry entry) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ExpectedEffect expected : entry.plan().expected()) {
      rows.add(
          row(
              expected.metric() + " on " + expected.holdout(),
              range(expected.change()),
              entry.measured(expected).orElse(null),
              entry.agreement(expected).words()));
    }
    if (entry.state() instanceof LedgerState.Run run) {
      for (MeasuredEffect measured : run.measured()) {
        boolean expected =
            entry.plan().expected().stream()
                .anyMatch(
                    e ->
                        e.metric().equals(measured.metric())
                            && e.holdout().equals(measured.holdout()));
        if (!expected) {
          String what = measured.metric() + " on " + measured.holdout();
          rows.add(row(what, new Cell.Missing("not expected"), measured, ""));
        }
      }
    }
    return new Block.Table(
        "effects-" + id,
        "Expected and measured effects",
        List.of(
            "effect",
            "expected",
            "champion",
            "change",
            "interval",
            NoiseFigures.COLUMN,
            "against expected"),
        rows);
  }

  private static List<Cell> row(
      String what, Cell expected, @Nullable MeasuredEffect measured, String agreement) {
    if (measured == null) {
      Cell none = new Cell.Missing("not measured");
      return List.of(Cell.text(what), expected, none, none, none, none, Cell.text(agreement));
    }
    EffectRange interval = measured.interval();
    return List.of(
        Cell.text(what),
        expected,
        value(measured.baseline(), false),
        value(measured.change(), true),
        interval == null ? new Cell.Missing("no interval") : range(interval),
        NoiseFigures.cell(measured.change(), Optional.ofNullable(measured.noise())),
        Cell.text(agreement));
  }

  private static Cell value(MetricValue value, boolean signed) {
    return switch (value) {
      case MetricValue.Defined defined ->
          signed ? Cell.difference(defined.value()) : Cell.number(defined.value());
      case MetricValue.Undefined undefined -> new Cell.Missing(undefined.reason());
    };
  }

  private static Cell range(EffectRange range) {
    return new Cell.Interval(range.low(), range.high(), 3, true);
  }

  private static Block.Table differenceTable(String id, ConfigurationDifference difference) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ConfigurationDifference.Change change : difference.changes()) {
      rows.add(
          List.of(
              Cell.text(change.path()),
              Cell.textOrNothing(change.before()),
              Cell.textOrNothing(change.after())));
    }
    return new Block.Table(
        "difference-" + id, "What changed", List.of("setting", "before", "after"), rows);
  }

  private static Cell state(LedgerState state) {
    return switch (state) {
      case LedgerState.Planned planned -> new Cell.Mark("planned", Tone.NEUTRAL);
      case LedgerState.Superseded superseded -> new Cell.Mark("superseded", Tone.NEUTRAL);
      case LedgerState.Run run ->
          run.outcome() == Decision.PROMOTE
              ? new Cell.Mark("promoted", Tone.GOOD)
              : new Cell.Mark("held", Tone.BAD);
    };
  }

  private static String words(LedgerState state) {
    return switch (state) {
      case LedgerState.Planned planned -> "planned";
      case LedgerState.Superseded superseded -> "superseded by " + superseded.by();
      case LedgerState.Run run ->
          (run.outcome() == Decision.PROMOTE ? "promoted" : "held") + " as " + run.runId();
    };
  }

  private static String effects(LedgerEntry entry) {
    if (!(entry.state() instanceof LedgerState.Run run)) {
      return "";
    }
    List<String> words = new ArrayList<>();
    for (MeasuredEffect effect : run.measured()) {
      if (effect.change() instanceof MetricValue.Defined(double change)) {
        EffectRange interval = effect.interval();
        String range =
            interval == null
                ? ""
                : String.format(Locale.ROOT, " [%+.3f, %+.3f]", interval.low(), interval.high());
        words.add(
            String.format(
                Locale.ROOT,
                "%s %s %+.3f%s%s",
                effect.metric(),
                effect.holdout(),
                change,
                range,
                noise(effect)));
      }
    }
    return String.join("; ", words);
  }

  private static String noise(MeasuredEffect effect) {
    return switch (effect.noiseStanding()) {
      case WITHIN -> " (within the noise of seeds)";
      case BEYOND, UNKNOWN -> "";
    };
  }

  private static String agreement(LedgerEntry entry) {
    List<String> words = new ArrayList<>();
    if (entry.state() instanceof LedgerState.Run) {
      for (ExpectedEffect expected : entry.plan().expected()) {
        Agreement agreement = entry.agreement(expected);
        words.add(expected.metric() + " " + expected.holdout() + " " + agreement.words());
      }
    }
    return String.join("; ", words);
  }

  private static String lesson(LedgerEntry entry) {
    Lesson lesson = entry.lesson();
    return lesson == null ? "" : lesson.text();
  }
}
