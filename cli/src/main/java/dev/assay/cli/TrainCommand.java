package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.cli.console.ProgressDisplay;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.reporting.ThresholdReport;
import dev.assay.pipeline.run.CandidateTraining;
import dev.assay.pipeline.run.TrainedCandidate;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay train}: a candidate that is not judged. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train the candidate of an experiment and write its bundle into a folder, without judging"
          + " it.",
      "Nothing goes on record; 'assay run' is what promotes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a fault of Assay's own", "2:the input is wrong"},
    footerHeading = "%nExample:%n",
    footer = {"  assay train weekly.yaml --out candidate"})
final class TrainCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private ExperimentArguments arguments;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "The folder for the bundle's files, empty or not there yet.")
  private Path out = Path.of("candidate");

  @Override
  public Integer call() {
    Console console = common.console();
    Experiment experiment = arguments.read();
    TrainedCandidate trained = train(experiment, console);
    if (common.json()) {
      console.json(json(trained));
    } else {
      print(trained, console);
    }
    return ExitCode.DONE.number();
  }

  private TrainedCandidate train(Experiment experiment, Console console) {
    try (ProgressDisplay progress = console.progress()) {
      return new CandidateTraining(
              experiment, common.surroundings(Optional.of(arguments.file()), progress))
          .train(arguments.asOf(), out);
    }
  }

  private void print(TrainedCandidate trained, Console console) {
    console.line(
        "trained %s with %s on %,d rows, decided on %,d"
            .formatted(
                String.join(", ", trained.manifest().schema().names()),
                trained.manifest().trainer(),
                trained.trainRows(),
                trained.validationRows()));
    console.line("bundle " + trained.hash());
    console.line("files in " + out);
    trained
        .thresholds()
        .ifPresent(
            selection -> {
              console.line("");
              console.table(ThresholdReport.table(selection));
            });
    trained.refitDoubts().forEach(doubt -> console.line("warning: a run would hold it: " + doubt));
  }

  private Map<String, Object> json(TrainedCandidate trained) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bundle", trained.hash());
    json.put("folder", out.toString());
    json.put("trainer", trained.manifest().trainer());
    json.put("labels", trained.manifest().schema().names());
    json.put("train_rows", trained.trainRows());
    json.put("validation_rows", trained.validationRows());
    trained
        .thresholds()
        .ifPresent(selection -> json.put("thresholds", ThresholdReport.json(selection)));
    json.put("refit_doubts", trained.refitDoubts());
    return json;
  }
}
