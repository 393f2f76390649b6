package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.cli.console.ProgressDisplay;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.run.ExperimentRun;
import dev.assay.pipeline.run.RunResult;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay run}: the whole loop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Train a candidate, judge it against the champion, promote or hold it, and write it down."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:promoted",
      "1:a fault of Assay's own",
      "2:the input is wrong; nothing was judged",
      "3:held by a gate, or the repetition of a run whose candidate is champion no more or whose"
          + " verdict comes out another way"
    },
    footerHeading = "%nExample:%n",
    footer = {"  assay run weekly.yaml --as-of 2026-05-17"})
final class RunCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private ExperimentArguments arguments;

  @Override
  public Integer call() {
    Console console = common.console();
    Experiment experiment = arguments.read();
    RunResult result = run(experiment, console);
    RunSummary summary = new RunSummary(result);
    if (common.json()) {
      console.json(summary.json());
    } else {
      summary.print(console);
    }
    return (result.isPromoted() ? ExitCode.DONE : ExitCode.HELD).number();
  }

  private RunResult run(Experiment experiment, Console console) {
    try (ProgressDisplay progress = console.progress()) {
      return new ExperimentRun(
              experiment, common.surroundings(Optional.of(arguments.file()), progress))
          .run(arguments.asOf());
    }
  }
}
