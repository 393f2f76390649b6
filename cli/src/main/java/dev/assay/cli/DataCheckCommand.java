package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.cli.console.ProgressDisplay;
import dev.assay.pipeline.data.CheckedData;
import dev.assay.pipeline.data.DataCheck;
import dev.assay.pipeline.experiment.Experiment;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay data check}: what a run would see. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Read and split the data as a run would, and show columns, parts, holdouts, leaks, and why"
          + " the prior of a label moved.",
      "Records nothing."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:a run could start", "2:the input is wrong, or training leaks"},
    footerHeading = "%nExample:%n",
    footer = {"  assay data check weekly.yaml --before 2026-01-01 --label incident_within_7d"})
final class DataCheckCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private ExperimentArguments arguments;

  @Option(
      names = "--before",
      paramLabel = "DATE",
      description = {
        "Compare priors before this day with those since.",
        "Default: the last 90 days with a known label are the later period."
      })
  private @Nullable LocalDate before;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "The label whose prior is explained. Default: all.")
  private @Nullable String label;

  @Override
  public Integer call() {
    Experiment experiment = arguments.read();
    Console console = common.console();
    CheckedData checked;
    try (ProgressDisplay progress = console.progress()) {
      checked =
          new DataCheck(experiment, common.home(Optional.of(arguments.file())), progress)
              .check(arguments.asOf(), Optional.ofNullable(before), Optional.ofNullable(label));
    }
    CheckSummary summary = new CheckSummary(checked);
    if (common.json()) {
      console.json(summary.json());
    } else {
      summary.print(console);
    }
    return (checked.isLeaking() ? ExitCode.INVALID_INPUT : ExitCode.DONE).number();
  }
}
