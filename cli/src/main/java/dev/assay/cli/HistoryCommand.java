package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.run.Registries;
import dev.assay.pipeline.trial.ChampionStanding;
import dev.assay.registry.History;
import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Tone;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay history}: who was champion when, and what was held. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Show who was champion when, what was held and why.",
    footerHeading = "%nExample:%n",
    footer = {"  assay history --json"})
final class HistoryCommand implements Callable<Integer> {

  private static final int HASH_DIGITS = 12;

  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    History history =
        Registries.open(common.surroundings(Optional.empty(), Progress.SILENT)).history();
    List<HistoryEvent> events = history.events();
    Console console = common.console();
    if (common.json()) {
      console.json(json(history, events));
    } else {
      print(console, history, events);
    }
    return ExitCode.DONE.number();
  }

  private static void print(Console console, History history, List<HistoryEvent> events) {
    List<List<Cell>> rows = new ArrayList<>();
    for (HistoryEvent event : events) {
      rows.add(
          List.of(
              Cell.text(event.at().truncatedTo(ChronoUnit.SECONDS).toString()),
              new Cell.Mark(word(event.kind()), tone(event.kind())),
              Cell.text(event.bundle().substring(0, HASH_DIGITS)),
              Cell.text(event.actor()),
              Cell.textOrNothing(event.runId()),
              Cell.text(event.reason())));
    }
    console.table(
        new Block.Table(
            "history",
            "History",
            List.of("time", "event", "bundle", "actor", "run", "reason"),
            rows));
    console.line("");
    console.line(
        history
            .champion()
            .map(hash -> "champion " + hash.substring(0, HASH_DIGITS) + age(history))
            .orElse("no champion yet: 'assay run' trains and judges the first candidate"));
    int holds = history.holdsInARow();
    if (holds >= ChampionStanding.STREAK) {
      console.line(
          "warning: " + holds + " candidates in a row were held; look at gates and holdouts too");
    }
  }

  private static String age(History history) {
    return history.championAge().map(age -> ", for " + age.toDays() + " days").orElse("");
  }

  private static String word(EventKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Tone tone(EventKind kind) {
    return switch (kind) {
      case PROMOTE -> Tone.GOOD;
      case HOLD -> Tone.BAD;
      case FORCED_PROMOTE, ROLLBACK -> Tone.WARNING;
      case BASELINE -> Tone.NEUTRAL;
    };
  }

  private static Map<String, Object> json(History history, List<HistoryEvent> events) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("champion", history.champion().orElse(null));
    json.put("holds_in_a_row", history.holdsInARow());
    List<Map<String, Object>> list = new ArrayList<>();
    for (HistoryEvent event : events) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("sequence", event.sequence());
      one.put("event", event.kind().name().toLowerCase(Locale.ROOT));
      one.put("bundle", event.bundle());
      one.put("former_champion", event.previousChampion());
      one.put("actor", event.actor());
      one.put("reason", event.reason());
      one.put("run", event.runId());
      one.put("at", event.at().toString());
      list.add(one);
    }
    json.put("events", list);
    return json;
  }
}
