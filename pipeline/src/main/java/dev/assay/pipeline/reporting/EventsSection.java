package dev.assay.pipeline.reporting;

import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.EventOutcomes;
import dev.assay.core.evaluation.EventOutcomes.GroupMonth;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.Wilson;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Events caught and false alarms raised, by month and by group: what a user of a label with a
 * horizon notices, who does not count rows.
 */
final class EventsSection {

  private EventsSection() {}

  /** Empty where the label has no horizon, or examples no group or time. */
  static Optional<Section> of(CompletedRun run) {
    if (run.experiment().data().horizonDays() == 0) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    for (Scored scored : ReadingOrder.all(run)) {
      for (String label : scored.candidate().schema().names()) {
        Optional<EventOutcomes> candidate = outcomes(scored.candidate(), label);
        Optional<EventOutcomes> champion = outcomes(scored.champion(), label);
        if (candidate.isPresent() && champion.isPresent()) {
          add(scored.set().name(), champion.get(), candidate.get(), blocks);
        }
      }
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("events", "Events caught and false alarms", blocks));
  }

  private static Optional<EventOutcomes> outcomes(Evaluation evaluation, String label) {
    return evaluation.schema().names().contains(label)
        ? EventOutcomes.of(evaluation.predictions(), evaluation.rule(), label)
        : Optional.empty();
  }

  private static void add(
      String holdout, EventOutcomes champion, EventOutcomes candidate, List<Block> blocks) {
    String label = candidate.label();
    blocks.add(new Block.Prose(words(holdout, champion, candidate)));
    Map<String, Counts> byMonth = counts(champion, candidate, at -> at.month().toString());
    blocks.add(chart(BlockId.of("events-caught", holdout, label), holdout, label, byMonth));
    blocks.add(
        table(
            BlockId.of("events-by-month", holdout, label),
            "Events of %s on %s by month".formatted(label, holdout),
            "month",
            byMonth));
    blocks.add(
        table(
            BlockId.of("events-by-group", holdout, label),
            "Events of %s on %s by group".formatted(label, holdout),
            "group",
            counts(champion, candidate, GroupMonth::group)));
  }

  private static String words(String holdout, EventOutcomes champion, EventOutcomes candidate) {
    return "On %s, %s of %,d events of %s are caught by the candidate and %,d by the champion, with %,d and %,d false alarms. An event is caught where any of its rows is predicted; neighbouring days of false positives are one alarm. Shares caught have Wilson's interval, which takes events for independent; alarms are counts without one."
        .formatted(
            holdout,
            Cell.count(candidate.caught()).shown(),
            candidate.events(),
            candidate.label(),
            champion.caught(),
            candidate.falseAlarms(),
            champion.falseAlarms());
  }

  /** Counts of one month or group. */
  private static final class Counts {
    private int events;
    private int caughtByChampion;
    private int caughtByCandidate;
    private int alarmsOfChampion;
    private int alarmsOfCandidate;
  }

  private static Map<String, Counts> counts(
      EventOutcomes champion, EventOutcomes candidate, Function<GroupMonth, String> key) {
    Map<String, Counts> counts = new TreeMap<>();
    for (GroupMonth at : candidate.months()) {
      Counts count = counts.computeIfAbsent(key.apply(at), k -> new Counts());
      count.events += at.events();
      count.caughtByCandidate += at.caught();
      count.alarmsOfCandidate += at.falseAlarms();
    }
    for (GroupMonth at : champion.months()) {
      Counts count = counts.computeIfAbsent(key.apply(at), k -> new Counts());
      count.caughtByChampion += at.caught();
      count.alarmsOfChampion += at.falseAlarms();
    }
    return counts;
  }

  private static Block.Table table(
      String id, String caption, String key, Map<String, Counts> counts) {
    List<List<Cell>> rows = new ArrayList<>();
    counts.forEach(
        (name, count) ->
            rows.add(
                List.of(
                    Cell.text(name),
                    Cell.count(count.events),
                    Cell.count(count.caughtByChampion),
                    caught(count.caughtByChampion, count.events),
                    Cell.count(count.caughtByCandidate),
                    caught(count.caughtByCandidate, count.events),
                    Cell.count(count.alarmsOfChampion),
                    Cell.count(count.alarmsOfCandidate))));
    return new Block.Table(
        id,
        caption,
        List.of(
            key,
            "events",
            "caught by champion",
            "share, 95% (Wilson)",
            "caught by candidate",
            "candidate's share, 95% (Wilson)",
            "false alarms of champion",
            "false alarms of candidate"),
        rows);
  }

  /** The interval of the share of events that are caught. */
  private static Cell caught(int caught, int events) {
    return FigureCells.interval(Wilson.interval(caught, events, BootstrapSettings.DEFAULT_LEVEL));
  }

  private static Block.BarChart chart(
      String id, String holdout, String label, Map<String, Counts> counts) {
    return new Block.BarChart(
        id,
        "Events of %s on %s caught by month".formatted(label, holdout),
        List.copyOf(counts.keySet()),
        Block.Axis.fitting("events"),
        List.of(
            series("events", counts, count -> count.events),
            series("caught by champion", counts, count -> count.caughtByChampion),
            series("caught by candidate", counts, count -> count.caughtByCandidate)));
  }

  private static Block.Series series(
      String name, Map<String, Counts> counts, Function<Counts, Integer> value) {
    return new Block.Series(
        name,
        List.of(),
        counts.values().stream().map(count -> value.apply(count).doubleValue()).toList());
  }
}
