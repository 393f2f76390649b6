package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.core.threshold.CutDecimal;
import dev.assay.core.threshold.ThresholdChoice;
import dev.assay.pipeline.predictions.PredictionsRequest;
import dev.assay.pipeline.predictions.TunedThresholds;
import dev.assay.pipeline.reporting.ThresholdReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay tune}: chooses cuts on validation predictions. */
@Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    description = {
      "Choose the cut of each label on validation predictions that any program wrote, and say how"
          + " sure it is and how much its figure flatters.",
      "Never tune on what judges."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a fault of Assay's own", "2:the input is wrong"},
    footerHeading = "%nExample:%n",
    footer = {"  assay tune validation.csv --maximise f2 --within 0.20..0.60"})
final class TuneCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private ObjectiveOptions objective;

  @Mixin private HorizonOption horizon;

  @Parameters(
      paramLabel = "VALIDATION",
      description = "The validation predictions, as for 'assay evaluate'.")
  private Path file = Path.of("validation.csv");

  @Option(
      names = "--labels",
      paramLabel = "LABEL",
      split = ",",
      description = "The labels to look at, in order. Default: all.")
  private List<String> labels = new ArrayList<>();

  @Override
  public Integer call() {
    Console console = common.console();
    TunedThresholds tuned =
        TunedThresholds.of(
            new PredictionsRequest(file, labels, List.of()), objective.decision(), horizon.days());
    if (common.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("rows", tuned.rows());
      json.putAll(ThresholdReport.json(tuned.selection()));
      console.json(json);
    } else {
      console.line(
          "chosen on %,d rows for the %s"
              .formatted(tuned.rows(), ThresholdReport.objective(tuned.selection())));
      console.line("");
      console.table(ThresholdReport.table(tuned.selection()));
      console.line("");
      console.line("to use them: --cuts " + words(tuned));
    }
    return ExitCode.DONE.number();
  }

  private static String words(TunedThresholds tuned) {
    return tuned.selection().choices().stream()
        .map(TuneCommand::word)
        .collect(Collectors.joining(","));
  }

  private static String word(ThresholdChoice choice) {
    return choice.label() + "=" + CutDecimal.of(choice.cut());
  }
}
