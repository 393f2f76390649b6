package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.cli.console.ProgressDisplay;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.noise.NoiseReport;
import dev.assay.pipeline.noise.SeedChoice;
import dev.assay.pipeline.run.NoiseRun;
import dev.assay.registry.noise.NoiseMeasurement;
import dev.assay.report.document.Block;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay noise}: how far figures move with the seed alone. */
@Command(
    name = "noise",
    mixinStandardHelpOptions = true,
    description = {
      "Train the champion's own configuration with several seeds on the present data, and put on"
          + " record the smallest gain of each metric on each set that is not noise.",
      "Later runs show it beside their differences. Nothing is judged or promoted."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a fault of Assay's own", "2:the input is wrong"},
    footerHeading = "%nExamples:%n",
    footer = {"  assay noise weekly.yaml", "  assay noise weekly.yaml --seeds 11,12,13 --json"})
final class NoiseCommand implements Callable<Integer> {

  private static final int HASH_DIGITS = 12;

  @Mixin private CommonOptions common;

  @Mixin private ExperimentArguments arguments;

  @Option(
      names = "--seeds",
      paramLabel = "N|LIST",
      description = {
        "How many seeds, which are then others than the champion's own; or which, such as 1,2,3.",
        "Default: ${DEFAULT-VALUE}."
      },
      defaultValue = "" + SeedChoice.DEFAULT_COUNT)
  private String seeds = "" + SeedChoice.DEFAULT_COUNT;

  @Override
  public Integer call() {
    SeedChoice choice = SeedChoice.parse(seeds);
    Experiment experiment = arguments.read();
    Console console = common.console();
    NoiseMeasurement measurement = measure(experiment, choice, console);
    NoiseReport report = new NoiseReport(measurement);
    if (common.json()) {
      console.json(report.json());
    } else {
      print(measurement, report, console);
    }
    return ExitCode.DONE.number();
  }

  private NoiseMeasurement measure(Experiment experiment, SeedChoice choice, Console console) {
    try (ProgressDisplay progress = console.progress()) {
      return new NoiseRun(experiment, common.surroundings(Optional.of(arguments.file()), progress))
          .measure(arguments.asOf(), choice);
    }
  }

  private static void print(NoiseMeasurement measurement, NoiseReport report, Console console) {
    for (Block.Table table : report.tables()) {
      console.line(table.caption());
      console.table(table);
      console.line("");
    }
    report.sentences().forEach(console::line);
    console.line("champion " + measurement.champion().substring(0, HASH_DIGITS));
  }
}
