package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.run.Promotions;
import dev.assay.registry.history.HistoryEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay promote}: forces a candidate, on record for ever. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Force a candidate that was held, with a reason that stays on record for ever.",
      "A candidate that passes its gates is promoted by 'assay run' itself."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  assay promote 02b77d23 --reason 'outage of the legacy feed, agreed with the team'"
    })
final class PromoteCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "BUNDLE", description = "The candidate's hash, or its first digits.")
  private String bundle = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why it is promoted in spite of its verdict.")
  private String reason = "";

  @Override
  public Integer call() {
    if (reason.isBlank()) {
      throw new InvalidInputException("--reason", "is blank.", "Say why.");
    }
    Promotions promotions = new Promotions(common.surroundings(Optional.empty(), Progress.SILENT));
    HistoryEvent event = promotions.force(bundle, reason);
    Console console = common.console();
    if (common.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("champion", event.bundle());
      json.put("former", event.previousChampion());
      json.put("reason", event.reason());
      console.json(json);
    } else {
      console.line("PROMOTED by force: " + event.bundle());
    }
    return ExitCode.DONE.number();
  }
}
