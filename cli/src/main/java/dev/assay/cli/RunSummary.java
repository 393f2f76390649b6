package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.core.gate.Check;
import dev.assay.core.gate.Verdict;
import dev.assay.pipeline.run.RunResult;
import dev.assay.pipeline.verdict.ChecksTable;
import dev.assay.registry.run.Finish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run's result as it is printed. */
final class RunSummary {

  private static final int HASH_DIGITS = 12;

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
    return result
        .finish()
        .map(RunSummary::words)
        .orElse(
            switch (result.verdict().decision()) {
              case PROMOTE -> "PROMOTED before: this run repeats a recorded one";
              case HOLD -> "HELD before: this run repeats a recorded one";
            });
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
    json.put("repeated", result.finish().isEmpty());
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
}
