package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
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

/** {@code assay rollback}: gives the champion's place back to the one before it. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Give the champion's place back to the one before it.",
    footerHeading = "%nExample:%n",
    footer = {"  assay rollback --reason 'false alarms doubled since Sunday'"})
final class RollbackCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, for the history.")
  private String reason = "";

  @Override
  public Integer call() {
    HistoryEvent event =
        new Promotions(common.surroundings(Optional.empty(), Progress.SILENT)).rollBack(reason);
    Console console = common.console();
    if (common.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("champion", event.bundle());
      json.put("former", event.previousChampion());
      json.put("reason", event.reason());
      console.json(json);
    } else {
      console.line("ROLLED BACK to " + event.bundle());
    }
    return ExitCode.DONE.number();
  }
}
