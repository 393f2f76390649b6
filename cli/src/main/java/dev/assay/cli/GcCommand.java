package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.core.progress.Progress;
import dev.assay.pipeline.run.Cleaning;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay gc}: clears what old runs left. */
@Command(
    name = "gc",
    mixinStandardHelpOptions = true,
    description = {
      "Clear what old runs left: their folders, those that no record names, kept folds of left-out"
          + " groups, states of trainings that were broken off, and objects that nothing on record"
          + " needs. While a run is under way nothing is cleared.",
      "Champions, past and present, and what the ledger refers to always stay."
    },
    footerHeading = "%nExample:%n",
    footer = {"  assay gc --keep-days 90 --dry-run"})
final class GcCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @ArgGroup(multiplicity = "1")
  private @Nullable Policy policy;

  @Option(names = "--dry-run", description = "Only say what would go.")
  private boolean dryRun;

  /** Which runs stay. */
  static final class Policy {
    @Option(names = "--keep-last", paramLabel = "N", description = "Keep the latest N runs.")
    private @Nullable Integer runs;

    @Option(
        names = "--keep-days",
        paramLabel = "N",
        description = "Keep the runs of the last N days.")
    private @Nullable Integer days;
  }

  @Override
  public Integer call() {
    Policy asked = Objects.requireNonNull(policy);
    Cleaning cleaning = new Cleaning(common.surroundings(Optional.empty(), Progress.SILENT));
    Cleaning.Cleared cleared =
        asked.runs != null
            ? cleaning.keepLast(asked.runs, dryRun)
            : cleaning.keepDays(Objects.requireNonNull(asked.days), dryRun);
    Console console = common.console();
    if (common.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("dry_run", dryRun);
      json.put("folders", cleared.folders());
      json.put("folds", cleared.folds());
      json.put("checkpoints", cleared.checkpoints());
      json.put("objects", cleared.objects());
      json.put("bytes", cleared.bytes());
      console.json(json);
    } else {
      console.line(
          "%s run folders: %d; kept folds: %d; states of trainings: %d; objects: %d, of %,d bytes"
              .formatted(
                  dryRun ? "would clear" : "cleared",
                  cleared.folders().size(),
                  cleared.folds().size(),
                  cleared.checkpoints().size(),
                  cleared.objects(),
                  cleared.bytes()));
      cleared.folders().forEach(folder -> console.line("  " + folder));
      cleared.folds().forEach(folder -> console.line("  " + folder));
      cleared.checkpoints().forEach(folder -> console.line("  " + folder));
    }
    return ExitCode.DONE.number();
  }
}
