package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.core.gate.Check;
import dev.assay.core.gate.Verdict;
import dev.assay.pipeline.run.RunEnding;
import dev.assay.pipeline.run.RunResult;
import dev.assay.pipeline.verdict.ChecksTable;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.run.Finish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run's result as it is printed. */
final class RunSummary {

  private static final int HASH_DIGITS = 12;

  /** More places in which verdicts differ than these are counted only. */
  private static final int PLACES_SHOWN = 5;

  private final RunResult result;

  RunSummary(RunResult result) {
    this.result = result;
  }

  /** Prints the checks, the verdict and where to read more. */
  void print(Console console) {
    Verdict verdict = result.verdict();
    console.table(ChecksTable.of("checks", "Checks", verdict));
    console.line("");
    console.line(decision());
    verdict.reasonsBeyondChecks().forEach(reason -> console.line("  held: " + reason));
    result.warnings().forEach(warning -> console.line("  warning: " + warning));
    console.line("");
    console.line("candidate " + shorten(result.candidate()));
    console.line("champion  " + shorten(result.champion()));
    console.line("report    " + result.folder().resolve("report.html"));
  }

  private String decision() {
    return switch (result.ending()) {
      case RunEnding.Recorded(Finish finish) -> words(finish);
      case RunEnding.Repeated repeated ->
          switch (result.verdict().decision()) {
            case PROMOTE -> "PROMOTED before: this run repeats a recorded one";
            case HOLD -> "HELD before: this run repeats a recorded one";
          };
      case RunEnding.NoLongerChampion(HistoryEvent since) ->
          "NOT CHAMPION: this run repeats a recorded one, whose candidate was promoted and is"
              + " champion no more: "
              + words(since);
      case RunEnding.NeverChampion overtaken ->
          "NOT CHAMPION: this run repeats a recorded one, whose candidate passed after another had"
              + " become champion";
      case RunEnding.Irreproducible(List<String> places) ->
          "HELD: this run repeats a recorded one and its verdict is another: " + named(places);
    };
  }

  private static String words(HistoryEvent since) {
    String how =
        switch (since.kind()) {
          case ROLLBACK -> "rolled back";
          case BASELINE, PROMOTE, FORCED_PROMOTE, HOLD -> "replaced by " + shorten(since.bundle());
        };
    return "%s at %s by %s: %s".formatted(how, since.at(), since.actor(), since.reason());
  }

  private static String named(List<String> places) {
    String first = String.join(", ", places.subList(0, Math.min(PLACES_SHOWN, places.size())));
    int more = places.size() - PLACES_SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String words(Finish finish) {
    return switch (finish) {
      case Finish.Promoted promoted -> "PROMOTED";
      case Finish.Held held -> "HELD";
      case Finish.LostRace lost ->
          "HELD: another candidate became champion meanwhile; run again to be judged against it";
      case Finish.AlreadyChampion already -> "PROMOTED: the candidate is the champion already";
      case Finish.NoCandidate none -> "DONE";
    };
  }

  private static String shorten(String hash) {
    return hash.substring(0, Math.min(HASH_DIGITS, hash.length()));
  }

  /** The same for programs. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", result.runId());
    json.put("decision", result.verdict().decision().name().toLowerCase(Locale.ROOT));
    json.put("promoted", result.isPromoted());
    json.put("repeated", result.isRepeated());
    json.put("ending", ending());
    if (result.ending() instanceof RunEnding.Irreproducible(List<String> places)) {
      json.put("differs_in", places);
    }
    List<Map<String, Object>> checks = new ArrayList<>();
    for (Check check : result.verdict().checks()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("gate", check.gate().name());
      one.put("outcome", check.outcome().name().toLowerCase(Locale.ROOT));
      one.put("sentence", check.sentence());
      checks.add(one);
    }
    json.put("checks", checks);
    json.put("reasons_to_hold", result.verdict().reasonsToHold());
    json.put("warnings", result.warnings());
    json.put("candidate", result.candidate());
    json.put("champion", result.champion());
    json.put("folder", result.folder().toString());
    return json;
  }

  private String ending() {
    return switch (result.ending()) {
      case RunEnding.Recorded recorded -> "recorded";
      case RunEnding.Repeated repeated -> "repeated";
      case RunEnding.NoLongerChampion displaced -> "no_longer_champion";
      case RunEnding.NeverChampion overtaken -> "never_champion";
      case RunEnding.Irreproducible differing -> "irreproducible";
    };
  }
}
